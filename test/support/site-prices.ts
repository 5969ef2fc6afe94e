import type { QuoteObservation, RateObservation, RecordJob } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";
import { quoteOf, sceneCatalog, sceneNow } from "./comparison-scene.ts";
import { buildManyQuotes } from "./large-scene.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "./record-job.ts";

type QuoteFields = Partial<QuoteObservation>;

const amounts = ["140", "200", "345", "500"];
const longestName = "attijariwafa-bank";
const terms = "New customers only, first transfer, until the end of the month. Ask in the shop about the conditions.";

/** What a source shows for one way to send, at each amount that is sampled. */
function offer(source: string, fields: QuoteFields): QuoteObservation[] {
  return amounts.map((amount) => quoteOf({ source, provider: source, amount, ...fields }));
}

function corridorOf(key: string): QuoteObservation["corridor"] {
  const corridor = sceneCatalog.corridors.get(key);
  if (corridor === undefined) throw new Error(`${key} is not in config/corridors`);
  return corridor;
}

/** Every state an option can be in, so that no page is proved on the easy ones alone. */
const morocco: QuoteObservation[] = [
  ...offer("wise", { fee: "1.20", rate: "10.8100", speed: "same_day" }),
  ...offer("wise", { fee: "2.40", rate: "10.8100", payIn: "debit_card", speed: "less_than_one_hour" }),
  ...offer("remitly", {
    fee: "0",
    rate: "10.6425",
    payIn: "debit_card",
    payOut: "cash_pickup",
    promotion: { rate: "10.9000", fee: "0", received: null, upTo: "500", eligibility: terms },
  }),
  ...offer("worldremit", { fee: "1.99", rate: "10.60", payIn: "credit_card", payOut: "mobile_wallet" }),
  ...offer("taptap-send", { fee: "0", rate: "10.71", payIn: "debit_card", payOut: "bank_deposit", speed: "next_day" }),
  ...offer("ria", { fee: "3.00", rate: "10.64", payIn: "debit_card", payOut: "cash_pickup" }),
  ...offer("western-union", {
    fee: "4.90",
    rate: "10.5312",
    payIn: "cash",
    payOut: "cash_pickup",
    feePlacement: "on_top",
  }),
  ...offer("moneygram", { fee: "1.99", rate: "10.8950", payIn: "cash", payOut: "cash_pickup" }),
  ...offer("wise-comparisons", { provider: longestName, sourceKind: "feed", fee: "8", rate: "10.45", payOut: null }),
  ...offer("moneytrans-survey", {
    provider: "moneytrans",
    sourceKind: "tariff",
    fee: "5",
    rate: "10.60",
    payIn: "cash",
  }),
  ...offer("transfergo", {
    fee: null,
    rate: null,
    priceKind: "promotion",
    promotion: { rate: "10.95", fee: "0", received: null, upTo: null, eligibility: terms },
  }),
  ...offer("xe", { fee: null, rate: "10.7300", payIn: null, payOut: null }),
  ...offer("paysend", { fee: "1.50", rate: "10.70", observedAt: "2026-11-21T09:00:00.000Z" }),
];

/** Two currencies in one country, and a way to receive that costs the receiver something. */
const others: QuoteObservation[] = [
  ...offer("wise", { corridor: corridorOf("be-cd:EUR-USD"), fee: "3", rate: "1.0720", payOut: "cash_pickup" }),
  ...offer("remitly", { corridor: corridorOf("be-cd:EUR-USD"), fee: "1", rate: "1.0510", payOut: "mobile_wallet" }),
  ...offer("wise", { corridor: corridorOf("be-cd:EUR-CDF"), fee: "3", rate: "2980.50", payOut: "mobile_wallet" }),
  ...offer("worldremit", { corridor: corridorOf("be-ke:EUR-KES"), fee: "1", rate: "148.20", payOut: "mobile_wallet" }),
  ...offer("wise", { corridor: corridorOf("be-ke:EUR-KES"), fee: "0", rate: "151.6050", payOut: "bank_deposit" }),
];

/** As many options as the largest corridor has. */
const crowded = buildManyQuotes(corridorOf("be-tr:EUR-TRY"), 60, new Date(sceneNow.getTime() - 600_000).toISOString());

/** One that a reader may say is wrong. */
export const doubtedQuote = morocco.find(({ provider, amount }) => provider === "western-union" && amount === "200");

const rates: Readonly<Record<string, string>> = {
  MAD: "10.8123",
  USD: "1.0885",
  CDF: "3105.4",
  KES: "151.27",
  TRY: "11.6",
};

/** What is known today, for scenes that keep no record. */
export const siteQuotes: readonly QuoteObservation[] = [...morocco, ...others, ...crowded];
export const siteRates: readonly RateObservation[] = Object.entries(rates).map(([quote, value]) =>
  buildRate({ quote, value, source: "frankfurter", contributors: 5 }),
);

/** What was recorded of the days before: what one amount cost, so that there is a line to draw. */
const earlierDays = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"];

/** The visits behind the scene, oldest first. */
export function siteRuns(): RecordJob[] {
  return [...earlierDays.flatMap(runsOfDay), ratesRun("2026-11-23", "2026-11-20"), ...runsOf(siteQuotes)];
}

function runsOfDay(day: string, index: number): RecordJob[] {
  const at = `${day}T10:00:00.000Z`;
  const seen = { observedAt: at, fetchedAt: at };
  const quotes = [
    quoteOf({ fee: "1.50", rate: `10.7${index}`, amount: "200", ...seen }),
    quoteOf({ source: "remitly", provider: "remitly", fee: "0", rate: `10.${80 - 8 * index}`, amount: "200", ...seen }),
  ];
  return [ratesRun(day, day), ...runsOf(quotes)];
}

function ratesRun(day: string, observedOn: string): RecordJob {
  const of = ([quote, value]: [string, string]): RateObservation =>
    buildRate({ quote, value, observedOn, source: "frankfurter", contributors: 5, fetchedAt: `${day}T06:00:00.000Z` });
  return buildRatesJob({
    run: { source: "frankfurter", fetchedAt: `${day}T06:00:00.000Z` },
    rates: Object.entries(rates).map(of),
  });
}

/** One visit per source, corridor and amount, as a collector would make them. */
function runsOf(quotes: readonly QuoteObservation[]): RecordJob[] {
  const visits = new Map<string, QuoteObservation[]>();
  for (const quote of quotes) {
    const key = `${quote.source} ${corridorKey(quote.corridor)} ${quote.amount}`;
    visits.set(key, [...(visits.get(key) ?? []), quote]);
  }
  return [...visits.values()].map((seen) => {
    const [{ source, corridor, amount, fetchedAt } = quoteOf()] = seen;
    return buildQuotesJob({ run: { source, fetchedAt, covers: [{ corridor, amount }] }, quotes: seen });
  });
}
