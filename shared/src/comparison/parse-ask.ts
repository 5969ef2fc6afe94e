import { type Corridor, type Decimal, minorUnits, parseDecimal, wrongParameter } from "../domain/index.ts";
import type { OffersQuestion } from "./questions.ts";
import type { Ask } from "./rank/ask.ts";

/** Beyond any remittance: a wrong key, not a question. In send currency. */
export const mostPaid = parseDecimal("1000000");
/** A million euro in the smallest currency units paid out, with room. In receive currency. */
export const mostReceived = parseDecimal("100000000000");

/**
 * The amount asked, as typed: positive, no more decimals than the currency has minor units, not absurd.
 *
 * @throws InputError with `details.errors` by parameter.
 */
export function parseAsk({ pay, receive }: Pick<OffersQuestion, "pay" | "receive">, corridor: Corridor): Ask {
  if ((pay === null) === (receive === null)) throw wrongParameter("pay", "exactly one of pay and receive is needed");
  if (pay !== null) return { kind: "pay", amount: parseAmount("pay", pay, corridor.sendCurrency, mostPaid) };
  const amount = parseAmount("receive", receive ?? "", corridor.receiveCurrency, mostReceived);
  return { kind: "receive", amount };
}

export function parseAmount(parameter: string, text: string, currency: string, most: Decimal = mostPaid): Decimal {
  const digits = minorUnits(currency);
  const amount = parseDecimal(text);
  if (amount.lte(0)) throw wrongParameter(parameter, "greater than zero");
  if (amount.decimalPlaces() > digits) {
    throw wrongParameter(parameter, `${currency} has ${digits === 0 ? "no" : digits} decimals`);
  }
  if (amount.gt(most)) throw wrongParameter(parameter, `at most ${most.toString()} ${currency}`);
  return amount;
}
