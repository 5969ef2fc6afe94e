import { z } from "zod";
import { quoteObservation, receipt } from "../observation.ts";
import { instant, key } from "../primitives.ts";
import { runOutcomes } from "../queue.ts";
import { named, simulated } from "./common.ts";

export const receiptParams = z.object({
  quoteId: z
    .string()
    .regex(/^[0-9a-f]{32}$/, "the 32 hexadecimal digits of a quoteId")
    .meta({ example: "0123456789abcdef0123456789abcdef" }),
});

export const receiptAnswer = z
  .object({
    quoteId: z.string(),
    simulated,
    provider: named,
    source: named.extend({ attribution: z.string().nullable() }),
    revisions: z
      .array(
        z.object({
          revision: z.number().int().positive(),
          recordedAt: instant,
          quote: quoteObservation.describe("The observation as published"),
        }),
      )
      .min(1)
      .describe("Oldest first: a correction is a new revision, never an overwrite"),
    run: z
      .object({
        runId: z.uuid(),
        source: key,
        outcome: z.enum(runOutcomes),
        startedAt: instant,
        finishedAt: instant,
        fetchedAt: instant.nullable(),
        adapterVersion: z.string(),
      })
      .describe("The visit that saw the last revision"),
    proof: receipt.describe("What was asked, and the hash of what was answered"),
  })
  .meta({ id: "ReceiptAnswer" });
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;
