import { z } from "zod";
import { sourceKinds } from "../../domain/vocabulary.ts";
import { providerConfig, regulatorEntry } from "../catalog.ts";
import { corridorId, instant, key } from "../primitives.ts";
import { runOutcomes } from "../queue.ts";
import { robotsFinding } from "../robots.ts";
import { simulated, warnings } from "./common.ts";

export const providersAnswer = z
  .object({
    simulated,
    providers: z.array(
      z.object({
        key,
        name: z.string(),
        kind: providerConfig.shape.kind,
        status: providerConfig.shape.status,
        statusDecision: providerConfig.shape.statusDecision,
        homePage: providerConfig.shape.homePage,
        regulators: z.array(regulatorEntry),
        corridors: z.array(corridorId).describe("Where a price of it is held now"),
        sources: z.array(key).describe("Sources that speak of it now"),
      }),
    ),
    warnings,
  })
  .meta({ id: "ProvidersAnswer" });
export type ProvidersAnswer = z.infer<typeof providersAnswer>;

const runSummary = z.object({
  runId: z.uuid(),
  outcome: z.enum(runOutcomes),
  finishedAt: instant,
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
});

export const sourceStates = [
  "working",
  "late",
  "failing",
  "paused",
  "resting",
  "closed",
  "not_enabled",
  "key_missing",
  "never_run",
] as const;

export const sourceState = z
  .object({
    key,
    name: z.string(),
    about: z.enum(["quotes", "rates"]),
    kind: z.enum(sourceKinds).nullable().describe("null for a rate source"),
    state: z
      .enum(sourceStates)
      .describe("`resting`: asked as often today as config allows; `key_missing`: the operator has not set its key"),
    words: z.string().describe("The state in a sentence"),
    enabled: z.boolean().describe("Asked in real mode"),
    verified: z.object({ how: z.enum(["recorded", "reconstructed", "documented"]), on: z.iso.date() }),
    attribution: z.string().nullable().describe("Words that must be shown beside its figures"),
    everyMinutes: z.number().int(),
    requestsPerDay: z.number().int().describe("The most it is asked in a UTC day"),
    robots: robotsFinding.nullable().describe("What its robots.txt said at the last visit; null where nobody noted it"),
    lastRun: runSummary.nullable(),
    lastSuccessAt: instant.nullable(),
    missedRuns: z
      .number()
      .int()
      .nullable()
      .describe(
        "Visits due since the last success, or since the first visit where none succeeded; null before the first visit",
      ),
    missedPublications: z
      .number()
      .int()
      .nullable()
      .describe(
        "Publications that are out and newer than the newest held; null for a source of quotes, or where none is held",
      ),
    missingKey: z
      .object({
        variable: z.string().describe("The environment variable of the collector that is not set"),
        obtain: z.url().describe("Where an operator gets a key"),
        since: instant,
      })
      .nullable(),
    paused: z.object({ since: instant, reason: z.string() }).nullable(),
    issues: z.array(
      z.object({
        code: z.string(),
        subject: z.string(),
        detail: z.string(),
        count: z.number().int(),
        firstSeenAt: instant,
        lastSeenAt: instant,
      }),
    ),
    dataHeld: z.number().int().nullable().describe("Prices of it that are held now; null for a rate source"),
  })
  .meta({ id: "SourceState" });
export type SourceStateView = z.infer<typeof sourceState>;

export const sourcesAnswer = z
  .object({ simulated, sources: z.array(sourceState), warnings })
  .meta({ id: "SourcesAnswer" });
export type SourcesAnswer = z.infer<typeof sourcesAnswer>;
