/**
 * Paysend, the data behind its public pages: https://paysend.com/api/en-be/send-money/from-belgium-to-morocco, no
 * credential. Its own page also sends an `x-session-token` of its own making; this adapter sends none, which nobody has tried.
 * Publishes: today's rate for one corridor, and fee and outcome at 500 units, as JSON numbers in major units. No amount can
 * be asked for. So the price is whole at 500, and at other amounts the rate is known and the fee is not: EUR 1.50 and 0
 * were seen, and for one corridor from GBP a fee that is no flat one. That the rate is the same at every amount is assumed.
 * Direction: `convertRate` is target per source. The fee is INSIDE: to = (from − fee) × convertRate.
 * Promotion: an offer for new customers changes the displayed rate, and `promoForPayment` of either country speaks of it.
 * Quirks: currencies as ISO 4217 digits, countries as English names; the pay-outs of a country are listed without prices, and
 * that the one price holds for all of them is assumed. One pays in by card; debit and credit are not told apart. The delivery
 * time is a sentence and not read.
 * Seen: figures of eight corridors (FR→MA, NL→NG, DE→TR, IT→RO among them) noted in January 2026; no whole answer, so the
 * shape is put together from what other clients read.
 */
import { type Corridor, Decimal, type PayOut } from "@openremit/shared/domain";
import countries from "i18n-iso-countries";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { currencyNumberOf } from "../currency-numbers.ts";
import { codeTable } from "../method-codes.ts";
import { answerOf, corridorOf, requireEcho } from "../one-visit.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";
import { type PageModel, readPage } from "./paysend-answer.ts";

const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["account", "sepa", "swift", "fasterpayments"]],
  ["card", ["mastercard", "visa", "unionpay", "amex", "humo", "uzcard", "mir", "arca"]],
]);

/** Where Paysend's name for a country is not the library's. */
const ownNames: ReadonlyMap<string, string> = new Map([
  ["TR", "turkey"],
  ["US", "the-united-states-of-america"],
]);

export const paysend: QuoteAdapter = {
  key: "paysend",
  version: "1",
  scope: "corridor",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { sendCountry, sendCurrency, receiveCountry, receiveCurrency } = corridorOf(task);
    const query = new URLSearchParams({
      fromCurrId: currencyNumberOf(sendCurrency),
      toCurrId: currencyNumberOf(receiveCurrency),
      isFrom: "true",
    });
    const page = `en-${sendCountry.toLowerCase()}/send-money/from-${nameOf(sendCountry)}-to-${nameOf(receiveCountry)}`;
    return [
      { method: "POST", url: `https://paysend.com/api/${page}?${query}`, headers: { accept: "application/json" } },
    ];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const corridor = corridorOf(task);
    const page = readPage(answerOf(answers));
    const asked = [corridor.sendCurrency, corridor.receiveCurrency];
    requireEcho([...asked].sort(), [...page.paymentForm.currencyRateText].sort());
    const [from, to] = countriesOf(page, corridor);
    requireEcho([corridor.sendCountry, corridor.receiveCountry], [from?.code ?? "none", to?.code ?? "none"]);
    const unexplained = problemOf(page);
    if (unexplained !== null) return { quotes: [], setAside: [unexplained] };
    const { ways, setAside } = waysOf(to?.paySystems ?? []);
    const promotion = from?.promoForPayment ?? to?.promoForPayment ?? null;
    const quotes = task.amounts.flatMap((amount) => {
      const price = promotion === null ? standingAt(amount, page) : promotionAt(amount, page, promotion.type);
      return [...ways].map(([payOut, payOutCode]) => ({
        ...{ ...unsaid, provider: "paysend", corridor, amount, payIn: null, payInCode: null },
        ...{ payOut, payOutCode, feePlacement: "inside" as const },
        ...price,
      }));
    });
    return { quotes, setAside };
  },
};

function nameOf(country: string): string {
  const name = ownNames.get(country) ?? countries.getName(country, "en") ?? country;
  return name.toLowerCase().replace(/[^a-z]+/g, "-");
}

function countriesOf({ countryFrom, countryTo }: PageModel, { sendCountry, receiveCountry }: Corridor) {
  return [countryFrom.find(({ code }) => code === sendCountry), countryTo.find(({ code }) => code === receiveCountry)];
}

/** Paysend's first code for each canonical way of paying out. */
function waysOf(codes: readonly string[]): { ways: ReadonlyMap<PayOut, string>; setAside: readonly SetAside[] } {
  const ways = new Map<PayOut, string>();
  for (const code of codes) {
    const method = payOuts.get(code)?.method;
    if (method !== undefined && !ways.has(method)) ways.set(method, code);
  }
  const setAside = codes
    .filter((code) => !payOuts.has(code))
    .map((code) => ({ code: "unknown_pay_out", subject: code || "(empty)", detail: "pay-out code in no table" }));
  return { ways, setAside };
}

/** Null where the page's own figures agree with how they are read. */
function problemOf({ commission: { from, fee, convertRate, to } }: PageModel): SetAside | null {
  const expected = new Decimal(from).minus(fee).times(convertRate);
  if (
    expected
      .minus(to)
      .abs()
      .lte(Decimal.max(expected.abs().div(10_000), "0.01"))
  )
    return null;
  const detail = `${from} less ${fee} at ${convertRate} is not ${to}`;
  return { code: "unexplained_amount", subject: "commission", detail };
}

function standingAt(amount: string, { commission: { from, fee, convertRate, to } }: PageModel) {
  const isShown = new Decimal(amount).eq(from);
  const shown = isShown ? { fee, received: to } : { fee: null, received: null };
  return { rate: convertRate, ...shown, priceKind: "standing", promotion: null } as const;
}

function promotionAt(amount: string, page: PageModel, type: string) {
  const { rate, fee, received } = standingAt(amount, page);
  const eligibility = type || eligibilityUnsaid;
  const promotion = { rate, fee, received, upTo: null, eligibility };
  return { rate: null, fee: null, received: null, priceKind: "promotion", promotion } as const;
}
