import { currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { summable } from "../summable.ts";

const payOutMethod = z.object({ code: methodCode, payOutTimeEstimate: z.string().max(200).nullable() });
export type PayOutMethod = z.infer<typeof payOutMethod>;

const money = z.object({ amount: summable, currency: currencyCode });

/** The crossed-out rate must be there, if only as null: read without it, a promotional rate would pass for a standing one. */
const calculation = z.object({
  send: money,
  receive: money,
  exchangeRate: z.object({ value: positiveDecimalString, crossedOutValue: positiveDecimalString.nullable() }),
  informativeSummary: z.object({
    fee: z.object({ value: money }),
    discount: z.object({ value: money }).nullable(),
    totalToPay: z.object({ amount: positiveDecimalString }),
  }),
  payInMethodsCalculations: z.array(z.object({ totalToPay: money, payInMethod: z.object({ id: methodCode }) })).min(1),
});
export type Calculation = z.infer<typeof calculation>;

const result = z.object({
  calculation: calculation.nullable(),
  errors: z.array(z.object({ __typename: z.string(), message: z.string().nullish() })),
});

/** The ways of paying out of a corridor. A refused query has no data: SourceShapeError. */
export function readPayOutMethods(answer: SourceAnswer | undefined): readonly PayOutMethod[] {
  if (answer === undefined) throw new DomainError("no answer to read");
  const data = z.object({ data: z.object({ payOutMethods: z.array(payOutMethod) }) });
  return readShape(data, readJson(answer.body)).data.payOutMethods;
}

/**
 * A price, or the words with which the amount or the method is turned down. Throws SourceShapeError where the source
 * fails instead of turning something down.
 */
export function readCalculation({ body }: SourceAnswer): Calculation | { readonly refused: string } {
  const data = z.object({ data: z.object({ createCalculation: result }) });
  const { calculation: found, errors } = readShape(data, readJson(body)).data.createCalculation;
  if (found !== null && errors.length === 0) return found;
  const words = errors.map(({ __typename, message }) => `${__typename}: ${message ?? "no message"}`).join("; ");
  const isTurnedDown =
    errors.length > 0 && errors.every(({ __typename }) => __typename === "ValidationCalculationError");
  if (found === null && isTurnedDown) return { refused: words };
  throw new SourceShapeError(`no calculation: ${words.slice(0, 300) || "and no error"}`);
}
