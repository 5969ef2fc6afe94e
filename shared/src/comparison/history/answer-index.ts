import type { Catalog } from "../../catalog/index.ts";
import type { IndexAnswer, Warning } from "../../contracts/index.ts";
import {
  type Corridor,
  type Decimal,
  endOfDay,
  moneyText,
  parseDecimal,
  shiftDay,
  surveyEquivalents,
} from "../../domain/index.ts";
import { corridorView } from "../answers/offers-answer.ts";
import type { Day } from "../days.ts";
import type { PastPrices } from "../past.ts";
import type { IndexQuestion } from "../questions.ts";
import { resolveCorridor } from "../resolve-corridor.ts";
import { pctOrNull } from "../statistics.ts";
import { surveyMethod } from "../survey/about-survey.ts";
import { daysAsked } from "./days-asked.ts";
import type { OfferDay } from "./offer-days.ts";
import { chunkDays, readOfferDays } from "./read-offer-days.ts";
import { summariseOfferDays } from "./summarise-offer-days.ts";

interface IndexDesk {
  readonly catalog: Catalog;
  readonly past: PastPrices;
  readonly now: Date;
  readonly simulated: boolean;
  /** Of everything read until it is asked. */
  readonly version: () => string;
}

interface AmountDays {
  readonly amount: Decimal;
  readonly offerDays: readonly OfferDay[];
}

/** Live corridor index (METHOD 7): per day, mean, median and the cheapest three at the survey's two amounts. */
export async function answerIndex(question: IndexQuestion, desk: IndexDesk): Promise<IndexAnswer> {
  const corridor = resolveCorridor(desk.catalog, question);
  const range = daysAsked(question, desk.now);
  const amounts = amountsOf(corridor, desk.catalog);
  const read = await Promise.all(amounts.map(async (amount) => readAmount(corridor, amount, range, desk)));
  const days = [...new Set(read.flatMap(({ offerDays }) => offerDays.map(({ day }) => day)))].sort();
  const rows = days.map((day) => ({
    day,
    amounts: read.flatMap((one) => amountView(one, day, corridor.sendCurrency)),
  }));
  return {
    corridor: corridorView(corridor),
    question: range,
    simulated: desk.simulated,
    days: rows,
    method: surveyMethod,
    n: rows.reduce((sum, row) => sum + row.amounts.reduce((before, { offers }) => before + offers, 0), 0),
    dataVersion: desk.version(),
    warnings: warningsOf(amounts, rows),
  };
}

/** The survey's amounts as far as they are sampled in this corridor: nothing is interpolated. */
function amountsOf(corridor: Corridor, catalog: Catalog): readonly Decimal[] {
  const sampled = catalog.corridorConfigs.get(corridor.id)?.amounts ?? [];
  const wanted = surveyEquivalents(corridor.sendCurrency) ?? [];
  return wanted.filter((amount) => sampled.some((text) => parseDecimal(text).eq(amount)));
}

async function readAmount(
  corridor: Corridor,
  amount: Decimal,
  { since, until }: { readonly since: Day; readonly until: Day },
  desk: IndexDesk,
): Promise<AmountDays> {
  const offerDays: OfferDay[] = [];
  for (let from = since; from <= until; from = shiftDay(from, chunkDays)) {
    const last = shiftDay(from, chunkDays - 1);
    const to = last < until ? last : until;
    const references = () => desk.past.referencesAt(endOfDay(to), chunkDays);
    offerDays.push(...(await readOfferDays({ corridor, amount, from, to }, { ...desk, references })));
  }
  return { amount, offerDays };
}

function amountView(
  { amount, offerDays }: AmountDays,
  day: Day,
  currency: string,
): IndexAnswer["days"][number]["amounts"] {
  const ofDay = offerDays.filter((offerDay) => offerDay.day === day);
  if (ofDay.length === 0) return [];
  const { mean, median, cheapestThree, offers, providers, sources, withoutReference } = summariseOfferDays(ofDay);
  return [
    {
      amount: moneyText(amount, currency),
      meanCostPct: pctOrNull(mean),
      medianCostPct: pctOrNull(median),
      cheapest3CostPct: pctOrNull(cheapestThree),
      offers,
      providers,
      sources,
      withoutReference,
    },
  ];
}

function warningsOf(amounts: readonly Decimal[], days: IndexAnswer["days"]): Warning[] {
  if (amounts.length === 0) {
    return [{ code: "no_index_amount", detail: "None of the survey's amounts is sampled in this corridor." }];
  }
  return days.length > 0 ? [] : [{ code: "no_data", detail: "No standing price was observed in these days." }];
}
