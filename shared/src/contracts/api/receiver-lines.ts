import { z } from "zod";
import { receiverDirections } from "../../domain/vocabulary.ts";
import { currencyCode, key } from "../primitives.ts";
import { receiverLineConfig } from "../receiver.ts";
import { moneyText } from "./common.ts";

/** What one line comes to for one offer. */
export const receiverCost = z
  .object({
    line: key.describe("Id of the line in `receiverLines`"),
    amount: moneyText
      .nullable()
      .describe("For the whole amount received; null where no figure is known for it. Costs rounded up, gains down"),
    currency: currencyCode,
    direction: z.enum(receiverDirections).describe("`gain` adds to what is received, `cost` takes from it"),
  })
  .meta({
    id: "ReceiverCost",
    example: { line: "ke-m-pesa-withdrawal", amount: "197.00", currency: "KES", direction: "cost" },
  });
export type ReceiverCost = z.infer<typeof receiverCost>;

export const receiverCosts = z
  .array(receiverCost)
  .describe("What the receiver may meet after the money has arrived; never part of `received` or of any percentage");

const { id, kind, operator, when, note, since, until, basis, source } = receiverLineConfig.shape;

/** A line that offers refer to, with when it holds and who says so. */
export const receiverLine = z
  .object({
    id,
    kind,
    operator,
    when,
    note,
    scheduleKnown: z.boolean().describe("False where it is known to exist and its figure is not"),
    since,
    until,
    basis: basis.describe("Whose word it rests on"),
    source,
  })
  .meta({ id: "ReceiverLine" });
export type ReceiverLineView = z.infer<typeof receiverLine>;

export const receiverLines = z
  .array(receiverLine)
  .describe("Costs, taxes and incentives on the receiver's side that listed offers refer to (METHOD 6)");
