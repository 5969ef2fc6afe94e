import { currencyCode, nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";

const session = z.object({ authToken: z.object({ jwtToken: z.string().regex(/^[\w.-]{1,4000}$/) }) });

/** The visitor's token of a session. */
export function readToken(answer: SourceAnswer | undefined): string {
  if (answer === undefined) throw new DomainError("no answer to read");
  return readShape(session, readJson(answer.body)).authToken.jwtToken;
}

/** The promotional rate must be there, if only as null: `amountTo` is at that rate. */
const calculations = z.object({
  amountFrom: positiveDecimalString,
  amountTo: nonNegativeDecimalString,
  totalFeesAndTaxes: nonNegativeDecimalString,
  totalAmount: positiveDecimalString,
  exchangeRate: positiveDecimalString,
  exchangeRatePromo: nonNegativeDecimalString.nullable(),
});

const listedMethods = z.array(z.object({ value: methodCode }));
const transferDetails = z.object({
  selections: z.object({
    countryFrom: z.string(),
    countryTo: z.string(),
    currencyFrom: currencyCode,
    currencyTo: currencyCode,
    paymentMethod: methodCode,
    deliveryMethod: methodCode,
  }),
  calculations,
  transferOptions: z.object({ paymentMethods: listedMethods, deliveryMethods: listedMethods }),
});
export type TransferDetails = z.infer<typeof transferDetails>;

const priced = z.object({ model: z.object({ transferDetails }) });
const refusal = z.object({
  errorResponse: z.object({ errors: z.array(z.object({ message: z.string().nullish() })).min(1) }),
});

/**
 * A price, or the words with which a method is turned down: an `errorResponse` and nothing calculated. Throws
 * SourceShapeError on anything else.
 */
export function readPrice({ body }: SourceAnswer): TransferDetails | { readonly refused: string } {
  const answer = readJson(body);
  const refused = refusal.safeParse(answer);
  if (!refused.success) return readShape(priced, answer).model.transferDetails;
  const words = refused.data.errorResponse.errors.map(({ message }) => message ?? "no message").join("; ");
  if (priced.safeParse(answer).success) throw new SourceShapeError(`a price and an error: ${words.slice(0, 300)}`);
  return { refused: words };
}
