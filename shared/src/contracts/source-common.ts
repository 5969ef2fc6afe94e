import { z } from "zod";
import { day, key, schemaRef } from "./primitives.ts";

/** What one visit to a source answers. */
export const visitScopes = ["amount", "corridor", "all"] as const;
export type VisitScope = (typeof visitScopes)[number];

export const decidedOn = z.object({ reason: z.string().min(3), since: day }).strict();

/** What a source allows, as read by a person on a date. */
const conduct = z
  .object({
    robots: z.string().describe("What its robots.txt said"),
    terms: z.url().nullable(),
    note: z.string(),
    checkedOn: day,
  })
  .strict();

/** What sources of quotes and of rates have in common. */
export const sourceCommon = {
  ...schemaRef,
  key,
  name: z.string().min(2),
  adapter: key.nullable().describe("Adapter key; null for a closed source"),
  origins: z.array(z.url()).describe("The only scheme://host the adapter may ask"),
  schedule: z
    .object({
      everyMinutes: z.number().int().min(5),
      scope: z
        .enum(visitScopes)
        .describe("What one visit answers: one corridor at one amount, one corridor at every amount, or everything"),
      requests: z.number().int().nonnegative().describe("The most requests one visit makes, robots.txt apart"),
    })
    .strict(),
  limits: z
    .object({
      max: z.number().int().positive().describe("Requests …"),
      perSeconds: z.number().int().positive().describe("… in this many seconds"),
      concurrency: z.number().int().positive(),
      perDay: z
        .number()
        .int()
        .nonnegative()
        .describe("The most requests in a UTC day by all collectors together, robots.txt counted"),
    })
    .strict(),
  conduct,
  status: z.enum(["open", "closed"]),
  statusDecision: decidedOn.nullable(),
  verified: z
    .object({ how: z.enum(["recorded", "reconstructed", "documented"]), on: day })
    .strict()
    .describe("How the adapter's reading was proved, and when the proof was recorded"),
  enabled: z.boolean().describe("Asked in real mode. Every open source runs against the sandbox in simulated mode"),
  attribution: z.string().nullable().describe("Words that must be shown beside its figures"),
  licence: z
    .string()
    .min(3)
    .nullish()
    .describe(
      "Licence under which its figures may be passed on, as an SPDX identifier or in words; null or absent: none is stated",
    ),
};
