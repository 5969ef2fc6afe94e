/**
 * Wise comparisons: what Wise says its competitors charge. https://api.wise.com/v4/comparisons/, no credential.
 * Publishes: per provider, rows of rate and fee for one amount, as JSON numbers. They are estimates: an advertised price
 * collected about hourly, its markup re-applied to today's mid rate. Only bank transfer to bank deposit is modelled, and
 * standing prices only (Remitly's row is its base rate).
 * Direction: `rate` is target per source. The fee is INSIDE: receivedAmount = (amount − fee) × rate.
 * Quirks: a row belongs to one sender country, or to all where `sourceCountry` is null, and prices differ by country; a row
 * of another country says nothing about ours. `markup` is a percentage against a mid rate of theirs and is not used.
 * A pair without data has an empty `providers` list.
 * Seen: EUR→PHP 1000 recorded 2026-07-02, 13 providers.
 */
import {
  countryCode,
  currencyCode,
  instant,
  nonNegativeDecimalString,
  type PublishedQuote,
  positiveDecimalString,
} from "@openremit/shared/contracts";
import type { Corridor, Speed } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { answerOf, questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { speedAfter } from "../speed-bands.ts";
import { unsaid } from "../unsaid.ts";

const row = z.object({
  rate: positiveDecimalString,
  fee: nonNegativeDecimalString,
  receivedAmount: nonNegativeDecimalString,
  sourceCountry: countryCode.nullable(),
  targetCountry: countryCode.nullable(),
  dateCollected: instant,
  deliveryEstimation: z.object({ duration: z.object({ max: z.iso.duration().nullish() }).nullish() }).nullish(),
});
type Row = z.infer<typeof row>;

const comparison = z.object({
  amount: positiveDecimalString,
  amountType: z.literal("SEND"),
  sourceCurrency: currencyCode,
  targetCurrency: currencyCode,
  providers: z.array(z.object({ alias: z.string().min(1).max(80), quotes: z.array(row) })),
});

export const wiseComparisons: QuoteAdapter = {
  key: "wise-comparisons",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const query = new URLSearchParams({
      sourceCurrency: corridor.sendCurrency,
      targetCurrency: corridor.receiveCurrency,
      sendAmount: amount,
      sourceCountry: corridor.sendCountry,
      targetCountry: corridor.receiveCountry,
    });
    const url = `https://api.wise.com/v4/comparisons/?${query}`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const answer = readShape(comparison, readJson(answerOf(answers).body));
    requireEcho([corridor.sendCurrency, corridor.receiveCurrency], [answer.sourceCurrency, answer.targetCurrency]);
    requireAmountEcho(amount, answer.amount);
    const rowsByAlias = new Map<string, Row[]>();
    for (const { alias, quotes: rows } of answer.providers) {
      rowsByAlias.set(alias, [...(rowsByAlias.get(alias) ?? []), ...rows]);
    }
    const quotes = [...rowsByAlias].flatMap(([alias, rows]) => {
      const chosen = chooseRow(rows, corridor);
      return chosen === undefined ? [] : [quoteOf(alias, chosen, corridor, amount)];
    });
    return { quotes, setAside: [] };
  },
};

/** The row of our countries before one for all countries; of two alike, the one collected last. */
function chooseRow(rows: readonly Row[], { sendCountry, receiveCountry }: Corridor): Row | undefined {
  const fits = (asked: string, stated: string | null) => (stated === asked ? 0 : stated === null ? 1 : null);
  return rows
    .map((candidate) => ({
      candidate,
      sender: fits(sendCountry, candidate.sourceCountry),
      receiver: fits(receiveCountry, candidate.targetCountry),
      collectedMs: Date.parse(candidate.dateCollected),
    }))
    .flatMap(({ sender, receiver, ...rest }) =>
      sender === null || receiver === null ? [] : [{ ...rest, distance: 2 * sender + receiver }],
    )
    .sort((one, other) => one.distance - other.distance || other.collectedMs - one.collectedMs)[0]?.candidate;
}

function quoteOf(alias: string, price: Row, corridor: Corridor, amount: string): PublishedQuote {
  return {
    ...unsaid,
    provider: alias,
    corridor,
    payIn: "bank_transfer",
    payOut: "bank_deposit",
    payInCode: null,
    payOutCode: null,
    feePlacement: "inside",
    amount,
    fee: price.fee,
    rate: price.rate,
    received: price.receivedAmount,
    priceKind: "standing",
    speed: speedOf(price),
    observedAt: new Date(price.dateCollected).toISOString(),
  };
}

/** The longest wait of the estimate: what the recipient can count on. */
function speedOf({ dateCollected, deliveryEstimation }: Row): Speed | null {
  const longest = deliveryEstimation?.duration?.max;
  return longest ? speedAfter(dateCollected, longest) : null;
}
