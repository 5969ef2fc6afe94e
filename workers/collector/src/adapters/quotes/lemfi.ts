/**
 * LemFi, price of the public converter: https://lemfi.com/api/lemonade/v2/exchange, no credential, no robots.txt (August
 * 2026). Refuses with 403 after a few quick calls, which pauses the source.
 * Publishes: a rate and a fixed fee per currency pair, the same for every amount from `min_transaction_amount` on. No
 * method, promotion or speed.
 * Direction: target per source, and SCALED: the page divides `rate` (such as "8.94e+23") by the number that the digits of
 * `ID` form, both from the same answer. A changed scale yields a wrong number and no error: the check against the reference
 * rate is what catches it.
 * The fee is taken as INSIDE, as every client seen computes (amount − fee) × rate; no answer proves it. `fee_type` was only
 * ever "Fixed", with the fee being the larger of `transaction_fee` and `minimum_fee`; any other type is set aside.
 * Quirks: the sender's country goes by its English name (Germany and Ireland seen, Belgium untried); the answer knows
 * currencies and no receiving country: config says which corridors it is read for; 412 means the pair is not offered.
 * Seen: in clients only, 2024 to 2026; the shape is reconstructed.
 */
import { currencyCode, nonNegativeDecimalString } from "@openremit/shared/contracts";
import { Decimal, DomainError, decimalText, SourceShapeError } from "@openremit/shared/domain";
import countries from "i18n-iso-countries";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { answerOf, corridorOf, requireEcho } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { unsaid } from "../unsaid.ts";

const exchange = z.object({
  data: z.object({
    ID: z.string().regex(/[1-9]/, "an ID with a digit in it").max(200),
    exchange_from: currencyCode,
    exchange_to: currencyCode,
    fee_type: z.string(),
    rate: z.string().regex(/^\d{1,40}(\.\d{1,40})?(e\+?\d{1,3})?$/i, "a scaled rate"),
    transaction_fee: nonNegativeDecimalString,
    minimum_fee: nonNegativeDecimalString,
    min_transaction_amount: nonNegativeDecimalString,
  }),
});
type Exchange = z.infer<typeof exchange>["data"];

/** More digits than any rate is published with: what lies beyond is left over from the scaling. */
const rateDigits = 12;

export const lemfi: QuoteAdapter = {
  key: "lemfi",
  version: "1",
  scope: "corridor",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { sendCountry, sendCurrency, receiveCurrency } = corridorOf(task);
    const name = countries.getName(sendCountry, "en");
    if (name === undefined) throw new DomainError(`${sendCountry} has no English name`);
    const body = JSON.stringify({ from: sendCurrency, to: receiveCurrency, sender_country: name });
    const headers = { "content-type": "application/json", accept: "application/json", "x-app-locale": "en-gb" };
    return [
      { method: "POST", url: "https://lemfi.com/api/lemonade/v2/exchange", headers, body, acceptStatuses: [412] },
    ];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const corridor = corridorOf(task);
    const { status, body } = answerOf(answers);
    if (status === 412) return { quotes: [], setAside: [] };
    const { data } = readShape(exchange, readJson(body));
    requireEcho([corridor.sendCurrency, corridor.receiveCurrency], [data.exchange_from, data.exchange_to]);
    if (data.fee_type !== "Fixed") {
      const detail = "no fee is read from this fee_type, so there is no price";
      return {
        quotes: [],
        setAside: [{ code: "unknown_fee_type", subject: data.fee_type || "(empty)", detail }],
      };
    }
    const price = priceOf(data);
    const amounts = task.amounts.filter((amount) => new Decimal(amount).gte(data.min_transaction_amount));
    return { quotes: amounts.map((amount) => ({ ...price, corridor, amount })), setAside: [] };
  },
};

function priceOf(data: Exchange) {
  return {
    ...unsaid,
    provider: "lemfi",
    payIn: null,
    payOut: null,
    payInCode: null,
    payOutCode: null,
    feePlacement: "inside",
    fee: decimalText(Decimal.max(data.transaction_fee, data.minimum_fee)),
    rate: unscaled(data),
    received: null,
    priceKind: "standing",
  } as const;
}

function unscaled({ rate, ID }: Exchange): string {
  const value = new Decimal(rate).div(ID.replace(/\D/g, "")).toSignificantDigits(rateDigits);
  if (value.lt("1e-9") || value.gt("1e9"))
    throw new SourceShapeError("the rate is no longer scaled by the digits of its ID");
  return decimalText(value);
}
