import { z } from "zod";
import { feePlacements, payIns, payOuts, speeds, visitNotes, visitStates } from "../../domain/index.ts";
import { corridorId, currencyCode, instant, key } from "../primitives.ts";
import { amountText } from "./offers-query.ts";
import { feeText } from "./reports.ts";

const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,11}$/, "a code of at most 12 letters, digits and dashes, and no name")
  .transform((text) => text.toUpperCase());
const place = z
  .string()
  .trim()
  .max(80, "at most 80 characters")
  .refine((words) => !/:\/\/|\bwww\.|@/i.test(words), "without addresses of the web or of people");

/** The longest a visit may be entered after it was made: later it would be old at once. */
export const oldestVisitDays = 30;

/** One visit to a shop: the eight questions, and which visit it was. */
export const newVisit = z
  .object({
    corridor: corridorId.describe("Country pair").meta({ example: "be-ma" }),
    receiveCurrency: currencyCode.optional().describe("Default: the first pay-out currency of the corridor"),
    provider: key.describe("Whose shop or service; see /v1/providers").meta({ example: "ria" }),
    visitedAt: instant
      .describe("When somebody stood in the shop, to the minute")
      .meta({ example: "2026-11-23T10:30:00Z" }),
    visitor: code.describe("Who went, as a code of your own").meta({ example: "V7" }),
    enteredBy: code
      .describe("Who enters it, as a code: the second entry comes from somebody else")
      .meta({ example: "E2" }),
    amount: amountText.describe("1: the amount asked about, send currency").meta({ example: "200" }),
    feePlacement: z.enum(feePlacements).describe("Whether the fee is added to that amount or taken out of it"),
    fee: feeText.describe("2: the fee, send currency").meta({ example: "4.90" }),
    rate: amountText.optional().describe("3: receive units per one send unit, as told").meta({ example: "10.55" }),
    received: amountText.optional().describe("4: what arrives, receive currency").meta({ example: "2110" }),
    speed: z.enum(speeds).optional().describe("5: when it arrives"),
    payIn: z.enum(payIns).default("cash").describe("How it is paid in the shop"),
    payOut: z.enum(payOuts).describe("6: how it is collected"),
    payOutFee: feeText.optional().describe("7: what collecting costs, receive currency").meta({ example: "0" }),
    where: place.optional().describe("8: where it is collected, as told").meta({ example: "Any branch of the bank" }),
  })
  .strict()
  .refine(({ rate, received }) => rate !== undefined || received !== undefined, {
    error: "the rate or what arrives is needed",
    path: ["rate"],
  })
  .meta({ id: "NewVisit" });
export type NewVisit = z.infer<typeof newVisit>;

export const visitAnswer = z
  .object({
    visitId: z.uuid(),
    entryId: z.uuid().describe("The same entry sent twice has one id"),
    state: z
      .enum(visitStates)
      .describe(
        "`waiting` for a second entry by somebody else; `differs` from it in the fields named; `held` until an operator has looked; `accepted`: to be shown within seconds; `refused` by an operator",
      ),
    differing: z
      .array(z.string())
      .describe(
        "Fields in which the two entries differ; look at the paper again. Of a visit that waits: the one field in which it differs from a visit that somebody else entered; they may be one",
      ),
    notes: z.array(z.enum(visitNotes)).describe("What an operator will look at"),
    enteredAt: instant,
  })
  .meta({ id: "VisitAnswer" });
export type VisitAnswer = z.infer<typeof visitAnswer>;
