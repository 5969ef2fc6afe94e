/**
 * Sendwave, public pricing: https://app.sendwave.com/v2/pricing-segments and /v2/pricing-public, no credential.
 * Publishes: the ways of paying out with the partners ("segments") of each, then the price of one segment at one amount, as
 * decimal strings. Asked for the best-priced segment of each way of paying out; where its partners differ in price, that
 * is said. No pay-in, no delivery time.
 * Direction: rates are receive per send unit and differ by pay-out and amount. The fee is ON TOP: payAmount =
 * baseSendAmount + effectiveFeeAmount.
 * Standing price: base*. effective* and `receiveAmount` are with the campaigns applied, mostly NEW, the first transfer.
 * Quirks: without `segmentName` the price is that of the best-priced way of paying out, which the answer does not name;
 * countries in lower case; labels in the language of Accept-Language; an amount beyond the corridor's limit is a 400 with
 * `pricing-limit-violation`; `sendCurrencyValue` of a campaign is its gain, no limit.
 * Seen: FR→MA EUR 100 and US→KE USD 100 (prices) and FR→MA (segments) recorded 2025-12; ES→PH EUR 1000 in part 2026-07-19.
 */
import type { PublishedQuote } from "@openremit/shared/contracts";
import { type Corridor, Decimal, DomainError, fixedText, minorUnits, type PayOut } from "@openremit/shared/domain";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { codeTable } from "../method-codes.ts";
import { corridorOf, requireAmountEcho } from "../one-visit.ts";
import { unsaid } from "../unsaid.ts";
import { isExplained, type PayOutEntry, type Price, promotionOf, readPrice, readSegments } from "./sendwave-answer.ts";

const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["bank"]],
  ["cash_pickup", ["cash"]],
  ["mobile_wallet", ["mobile"]],
]);

const origin = "https://app.sendwave.com";
const headers = { accept: "application/json", "accept-language": "en" };

/** One price to ask for. No entry: what a request without segment answers, whose way of paying out is not said. */
interface Wanted {
  readonly amount: string;
  readonly entry: PayOutEntry | null;
}

export const sendwave: QuoteAdapter = {
  key: "sendwave",
  version: "1",
  scope: "corridor",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    return [{ method: "GET", url: `${origin}/v2/pricing-segments?${queryOf(corridorOf(task))}`, headers }];
  },

  follow([first]: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[] {
    const corridor = corridorOf(task);
    return wantedOf(readSegments(first), task).map(({ amount, entry }) => {
      const sent = fixedText(new Decimal(amount), minorUnits(corridor.sendCurrency));
      const query = `amountType=SEND&amount=${sent}&${queryOf(corridor)}&segmentName=${entry.bestPricedSegmentName}`;
      return { method: "GET", url: `${origin}/v2/pricing-public?${query}`, headers, acceptStatuses: [400] };
    });
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const corridor = corridorOf(task);
    const { wanted, prices, setAside } = matchAnswers(answers, task);
    const quotes: PublishedQuote[] = [];
    const proofs: number[] = [];
    for (const [place, { amount, entry }] of wanted.entries()) {
      const answer = prices[place];
      if (answer === undefined) throw new DomainError(`${wanted.length} prices asked, ${prices.length} answered`);
      const price = readPrice(answer);
      if (price === null) continue;
      requireAmountEcho(amount, price.baseSendAmount);
      if (isExplained(price)) {
        quotes.push({ ...priceOf(price, entry), corridor, amount });
        proofs.push(answers.indexOf(answer));
      } else {
        const detail = `to pay ${price.payAmount} is not ${amount} and the fee of ${price.effectiveFeeAmount}`;
        const subject = entry?.bestPricedSegmentName ?? "(no segment)";
        setAside.push({ code: "unexplained_charge", subject, detail });
      }
    }
    return { quotes, setAside, proofs };
  },
};

function queryOf({ sendCountry, sendCurrency, receiveCountry, receiveCurrency }: Corridor): URLSearchParams {
  const countries = { sendCountryIso2: sendCountry.toLowerCase(), receiveCountryIso2: receiveCountry.toLowerCase() };
  return new URLSearchParams({ ...countries, sendCurrency, receiveCurrency });
}

/** Every known way of paying out at every amount. */
function wantedOf(entries: readonly PayOutEntry[], { amounts }: QuoteTask) {
  const known = entries.filter(({ payoutMethod }) => payOuts.has(payoutMethod));
  return amounts.flatMap((amount) => known.map((entry) => ({ amount, entry })));
}

/** A whole visit has the segments first; a recording may be of one price that was asked for without a segment. */
function matchAnswers(answers: readonly SourceAnswer[], task: QuoteTask) {
  const setAside: SetAside[] = [];
  const [first, ...prices] = answers;
  if (prices.length === 0 && first?.body.includes('"baseExchangeRate"')) {
    const wanted: readonly Wanted[] = task.amounts.map((amount) => ({ amount, entry: null }));
    return { wanted, prices: answers, setAside };
  }
  const entries = readSegments(first);
  for (const { payoutMethod, bestPricedSegmentName, hasDifferentiatedPricing } of entries) {
    const subject = payoutMethod || "(empty)";
    if (!payOuts.has(payoutMethod)) {
      setAside.push({ code: "unknown_pay_out", subject, detail: "pay-out code in no table" });
    } else if (hasDifferentiatedPricing) {
      const detail = `partners differ in price; the one read is the best, ${bestPricedSegmentName}`;
      setAside.push({ code: "prices_differ_by_partner", subject, detail });
    }
  }
  const wanted: readonly Wanted[] = wantedOf(entries, task);
  return { wanted, prices, setAside };
}

function priceOf(price: Price, entry: PayOutEntry | null) {
  const promotion = promotionOf(price);
  return {
    ...unsaid,
    provider: "sendwave",
    payIn: null,
    payOut: payOuts.get(entry?.payoutMethod ?? "")?.method ?? null,
    payInCode: null,
    payOutCode: entry?.bestPricedSegmentName ?? null,
    feePlacement: "on_top",
    fee: price.baseFeeAmount,
    rate: price.baseExchangeRate,
    received: promotion === null ? price.receiveAmount : null,
    priceKind: "standing",
    promotion,
  } as const;
}
