import type { Catalog } from "../../catalog/index.ts";
import type { HistoryAnswer, QuoteObservation, Warning } from "../../contracts/index.ts";
import {
  type Corridor,
  type Decimal,
  dayOf,
  decimalText,
  defaultAmount,
  endOfDay,
  moneyText,
  parseDecimal,
  shiftDay,
  startOfDay,
  wrongParameter,
} from "../../domain/index.ts";
import { corridorView } from "../answers/offers-answer.ts";
import { type Day, listDays } from "../days.ts";
import { parseAmount } from "../parse-ask.ts";
import type { Past } from "../past.ts";
import { createRankingContext } from "../provider-at.ts";
import type { HistoryQuestion } from "../questions.ts";
import { resolveCorridor } from "../resolve-corridor.ts";
import { buildBuckets } from "./build-buckets.ts";
import { buildOfferDays, type OfferDay } from "./offer-days.ts";

const usualDays = 30;
/** A year and a month: a month can be laid beside the same month a year before. */
const mostDays = 400;
/** Read at once, so that a long question needs no more memory than a short one. */
const chunkDays = 7;

interface HistoryDesk {
  readonly catalog: Catalog;
  readonly past: Past;
  readonly now: Date;
  readonly simulated: boolean;
}

/** What a corridor cost over time, from the record (METHOD 7: mean, median and cheapest with counts). */
export async function answerHistory(question: HistoryQuestion, desk: HistoryDesk): Promise<HistoryAnswer> {
  const corridor = resolveCorridor(desk.catalog, question);
  const { since, until } = rangeOf(question, desk.now);
  const amount = amountOf(question, corridor, desk.catalog);
  const offerDays: OfferDay[] = [];
  for (let from = since; from <= until; from = shiftDay(from, chunkDays)) {
    const last = shiftDay(from, chunkDays - 1);
    offerDays.push(...(await readChunk(corridor, amount, from, last < until ? last : until, desk)));
  }
  const buckets = buildBuckets(offerDays, question.bucket);
  return {
    corridor: corridorView(corridor),
    question: { pay: moneyText(amount, corridor.sendCurrency), since, until, bucket: question.bucket },
    simulated: desk.simulated,
    buckets,
    warnings: warningsOf(buckets),
  };
}

async function readChunk(corridor: Corridor, amount: Decimal, from: Day, to: Day, { past, catalog, now }: HistoryDesk) {
  const until = new Date(endOfDay(to).getTime() + 1);
  const quotes = await past.quotesBetween(corridor, decimalText(amount), startOfDay(from), until);
  if (quotes.length === 0) return [];
  const references = await past.referencesAt(endOfDay(to), chunkDays);
  const byDay = new Map<Day, QuoteObservation[]>(listDays(from, to).map((day) => [day, []]));
  for (const quote of quotes) byDay.get(quote.observedAt.slice(0, 10))?.push(quote);
  return [...byDay].flatMap(([day, ofDay]) => {
    const end = endOfDay(day);
    const context = createRankingContext(catalog, end < now ? end : now);
    return buildOfferDays(corridor, amount, day, ofDay, references, context);
  });
}

function rangeOf({ since, until }: HistoryQuestion, now: Date): { since: Day; until: Day } {
  const last = until ?? dayOf(now);
  const first = since ?? shiftDay(last, 1 - usualDays);
  if (last > dayOf(now)) throw wrongParameter("until", "not in the future");
  if (first > last) throw wrongParameter("since", "not after until");
  if (shiftDay(first, mostDays) <= last) throw wrongParameter("since", `at most ${mostDays} days before until`);
  return { since: first, until: last };
}

function amountOf({ pay }: HistoryQuestion, corridor: Corridor, catalog: Catalog): Decimal {
  const config = catalog.corridorConfigs.get(corridor.id);
  const sampled = config?.amounts ?? [];
  if (pay === undefined) return defaultAmount({ amounts: sampled });
  const amount = parseAmount("pay", pay, corridor.sendCurrency);
  if (sampled.some((text) => parseDecimal(text).eq(amount))) return amount;
  throw wrongParameter("pay", `a sampled amount of ${corridor.id}: ${sampled.join(", ")}`);
}

function warningsOf(buckets: HistoryAnswer["buckets"]): Warning[] {
  if (buckets.length === 0) return [{ code: "no_data", detail: "No standing price was observed in these days." }];
  if (buckets.every((bucket) => bucket.withoutReference === 0)) return [];
  const detail = "Prices of days without a usable reference rate have no cost in per cent and are counted apart.";
  return [{ code: "no_reference_rate", detail }];
}
