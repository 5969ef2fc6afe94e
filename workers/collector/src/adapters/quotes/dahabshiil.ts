/**
 * Dahabshiil, charges for anonymous visitors: https://apigw-us.dahabshiil.com/remit/transaction/get-charges-anonymous, no
 * credential. The host serves senders in the United States; whether it answers for Belgium, or a gateway for Europe does,
 * is not known.
 * Publishes: one price per pay-out `type` and amount, JSON numbers mixed with numeric strings. No pay-in, no speed.
 * Direction: `rate` is target per source. The fee is ON TOP: destination_amount = source_amount × rate, and
 * total_charges = commission + agent_fee + hq_fee + tax (recorded with commission alone).
 * `base_rate` can lie below `rate` by some per cent, and nobody says why: recorded, `rate` even beat the mid rate. Where the
 * two differ, `rate` is kept as a promotion and no standing price is claimed.
 * Quirks: any `status` but "Success" was never recorded: that way of paying out is set aside; where none has a price, the visit
 * fails, since nobody knows how it says not offered.
 * Seen: US→KE USD 100, cash, recorded 2025-12.
 */
import { currencyCode, nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, DomainError, moneyText, type PayOut, SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";

const types = [
  ["Cash Collection", "cash_pickup"],
  ["Bank Deposit", "bank_deposit"],
  ["Mobile Wallet", "mobile_wallet"],
] as const satisfies readonly (readonly [code: string, payOut: PayOut])[];

const outcome = z.object({ status: z.string(), code: z.string().regex(/^\d{3}$/, "three digits") });
const priced = z.object({
  data: z.object({
    charges: z.object({
      source_currency: currencyCode,
      source_amount: positiveDecimalString,
      rate: positiveDecimalString,
      base_rate: positiveDecimalString,
      destination_currency: currencyCode,
      destination_amount: nonNegativeDecimalString,
      commission: nonNegativeDecimalString,
      agent_fee: nonNegativeDecimalString,
      hq_fee: nonNegativeDecimalString,
      total_charges: nonNegativeDecimalString,
      tax: nonNegativeDecimalString,
    }),
  }),
});
type Charges = z.infer<typeof priced>["data"]["charges"];

export const dahabshiil: QuoteAdapter = {
  key: "dahabshiil",
  version: "1",
  scope: "amount",

  plan: (task: QuoteTask) => [requestFor(task, types[0][0])],

  /** The other ways of paying out, once the first answer is known to be one. */
  follow(answers: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[] {
    for (const [place, { body }] of answers.entries()) chargesOf(body, typeAt(place)[0]);
    return types.slice(1).map(([type]) => requestFor(task, type));
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const read = answers.map(({ body }, proof) => {
      const [type, payOut] = typeAt(proof);
      return { ...chargesOf(body, type), type, payOut, proof };
    });
    const offered = read.flatMap(({ charges, ...option }) => (charges === null ? [] : [{ charges, ...option }]));
    if (offered.length === 0) throw new SourceShapeError("no way of paying out has a price");
    for (const { charges } of offered) {
      const echoed = [charges.source_currency, charges.destination_currency];
      requireEcho([corridor.sendCurrency, corridor.receiveCurrency], echoed);
      requireAmountEcho(amount, charges.source_amount);
    }
    return {
      quotes: offered.map(({ charges, type, payOut }) => ({
        ...priceOf(charges),
        payOut,
        payOutCode: type,
        corridor,
        amount,
      })),
      setAside: read.flatMap(({ setAside }) => setAside),
      proofs: offered.map(({ proof }) => proof),
    };
  },
};

function typeAt(place: number) {
  const type = types[place];
  if (type === undefined) throw new DomainError(`${types.length} answers a visit, not more`);
  return type;
}

function requestFor(task: QuoteTask, type: string): PlannedRequest {
  const { corridor, amount } = questionOf(task);
  const query = new URLSearchParams({
    source_country_code: corridor.sendCountry,
    destination_country_iso2: corridor.receiveCountry,
    amount_type: "SOURCE",
    amount: moneyText(new Decimal(amount), corridor.sendCurrency),
    destination_currency: corridor.receiveCurrency,
    type,
  });
  const url = `https://apigw-us.dahabshiil.com/remit/transaction/get-charges-anonymous?${query}`;
  return { method: "GET", url, headers: { accept: "application/json" } };
}

function chargesOf(body: string, subject: string): { charges: Charges | null; setAside: readonly SetAside[] } {
  const answer = readJson(body);
  const { status } = readShape(outcome, answer);
  if (status !== "Success") {
    return {
      charges: null,
      setAside: [{ code: "unpriced_option", subject, detail: `status "${status}"` }],
    };
  }
  const { charges } = readShape(priced, answer).data;
  const { commission, agent_fee, hq_fee, tax, total_charges } = charges;
  if (new Decimal(commission).plus(agent_fee).plus(hq_fee).plus(tax).eq(total_charges))
    return { charges, setAside: [] };
  const detail = `total_charges ${total_charges} is not commission, agent_fee, hq_fee and tax`;
  return { charges: null, setAside: [{ code: "unexplained_charge", subject, detail }] };
}

function priceOf({ rate, base_rate, total_charges, destination_amount }: Charges) {
  const common = { ...unsaid, provider: "dahabshiil", payIn: null, payInCode: null, feePlacement: "on_top" } as const;
  if (new Decimal(rate).eq(base_rate)) {
    return { ...common, fee: total_charges, rate, received: destination_amount, priceKind: "standing" } as const;
  }
  const terms = { rate, fee: total_charges, received: destination_amount, upTo: null, eligibility: eligibilityUnsaid };
  return { ...common, fee: null, rate: null, received: null, priceKind: "promotion", promotion: terms } as const;
}
