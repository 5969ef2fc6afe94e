import { z } from "zod";
import { corridorRef, quoteObservation, rateObservation, sourceIssue } from "./observation.ts";
import { instant, key, positiveDecimalString } from "./primitives.ts";
import { robotsFinding, robotsNotAsked } from "./robots.ts";

/** What a successful visit speaks for: after it, what that source knew before about this corridor and amount is replaced. */
export const coverage = z
  .object({
    corridor: corridorRef,
    amount: positiveDecimalString.nullable().describe("null: every amount (a schedule)"),
  })
  .strict();
export type Coverage = z.infer<typeof coverage>;

export const runOutcomes = ["stored", "empty", "quarantined", "failed"] as const;

/** One visit to a source, recorded also when it found nothing. */
export const run = z
  .object({
    runId: z.uuid(),
    source: key,
    kind: z.enum(["quotes", "rates"]),
    outcome: z.enum(runOutcomes),
    startedAt: instant,
    finishedAt: instant,
    fetchedAt: instant.nullable().describe("When the (last) answer arrived; null where none did"),
    covers: z.array(coverage),
    errorCode: z.string().max(40).nullable(),
    errorMessage: z.string().max(2000).nullable(),
    adapterVersion: z.string().max(40),
    robots: robotsFinding.default(robotsNotAsked),
    simulated: z.boolean(),
  })
  .strict();
export type Run = z.infer<typeof run>;

/** How many issues one visit may raise: beyond, it is the same trouble again and again. */
export const mostIssues = 1_000;

/** The body of a `record` job: one run with everything it saw. */
export const recordJob = z
  .object({
    schemaVersion: z.literal(1),
    run,
    quotes: z.array(quoteObservation).max(20_000),
    rates: z.array(rateObservation).max(200_000),
    issues: z.array(sourceIssue).max(mostIssues),
  })
  .strict();
export type RecordJob = z.infer<typeof recordJob>;

/** The body of a `collect.<source>` job. Empty lists mean: everything the source's config covers. */
export const collectJob = z
  .object({
    schemaVersion: z.literal(1),
    source: key,
    corridorKeys: z.array(z.string().max(40)),
    amounts: z.array(positiveDecimalString),
  })
  .strict();
export type CollectJob = z.infer<typeof collectJob>;

/** The body of an `audit` job: whoever takes it looks at every source. */
export const auditJob = z.object({ schemaVersion: z.literal(1) }).strict();
export type AuditJob = z.infer<typeof auditJob>;

/** One field of the Redis projection `latest`: the last successful visit per source, corridor and amount, whole. */
export const latestEntry = z
  .object({
    source: key,
    amount: positiveDecimalString.nullable(),
    runId: z.uuid(),
    fetchedAt: instant,
    quotes: z.array(quoteObservation),
  })
  .strict();
export type LatestEntry = z.infer<typeof latestEntry>;

/** The announcement on `corridor.changed`. `corridorKey` null: reference rates changed. */
export const changeAnnouncement = z.object({ corridorKey: z.string().nullable(), version: z.string() }).strict();
export type ChangeAnnouncement = z.infer<typeof changeAnnouncement>;
