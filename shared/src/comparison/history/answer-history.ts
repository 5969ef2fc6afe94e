import type { Catalog } from "../../catalog/index.ts";
import type { HistoryAnswer, Warning } from "../../contracts/index.ts";
import {
  type Corridor,
  type Decimal,
  defaultAmount,
  endOfDay,
  moneyText,
  parseDecimal,
  shiftDay,
  wrongParameter,
} from "../../domain/index.ts";
import { corridorView } from "../answers/offers-answer.ts";
import { parseAmount } from "../parse-ask.ts";
import type { PastPrices } from "../past.ts";
import type { HistoryQuestion } from "../questions.ts";
import { resolveCorridor } from "../resolve-corridor.ts";
import { buildBuckets } from "./build-buckets.ts";
import { daysAsked } from "./days-asked.ts";
import type { OfferDay } from "./offer-days.ts";
import { chunkDays, readOfferDays } from "./read-offer-days.ts";

interface HistoryDesk {
  readonly catalog: Catalog;
  readonly past: PastPrices;
  readonly now: Date;
  readonly simulated: boolean;
}

/** What a corridor cost over time, from the record (METHOD 7: mean, median and cheapest with counts). */
export async function answerHistory(question: HistoryQuestion, desk: HistoryDesk): Promise<HistoryAnswer> {
  const corridor = resolveCorridor(desk.catalog, question);
  const { since, until } = daysAsked(question, desk.now);
  const amount = amountOf(question, corridor, desk.catalog);
  const offerDays: OfferDay[] = [];
  for (let from = since; from <= until; from = shiftDay(from, chunkDays)) {
    const last = shiftDay(from, chunkDays - 1);
    const to = last < until ? last : until;
    const references = () => desk.past.referencesAt(endOfDay(to), chunkDays);
    offerDays.push(...(await readOfferDays({ corridor, amount, from, to }, { ...desk, references })));
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
  const detail =
    "Prices of days without a usable reference rate, or with one that is not what people get, have no cost in per cent and are counted apart.";
  return [{ code: "no_reference_rate", detail }];
}
