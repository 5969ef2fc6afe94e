import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import {
  type CheapestService,
  corridorStatistics,
  type Decimal,
  fixedText,
  type SurveyPrice,
  surveyCorridorOf,
  worldStatistics,
} from "@openremit/shared/domain";
import { parse } from "csv-parse/sync";
import { buildSurveyPrice } from "../support/survey-price.ts";

/** Statistics a person can check by hand (METHOD 7); the last column of an expectation says how. */
type Row = Readonly<Record<string, string>>;

function readRows(name: string): readonly Row[] {
  return parse(readFileSync(`test/golden/survey/${name}.csv`, "utf8"), { columns: true });
}

const prices: readonly SurveyPrice[] = readRows("prices").map((row) => buildSurveyPrice(row));
const text = (figure: Decimal | null) => (figure === null ? "" : fixedText(figure, 4));
const cheapest = (one: CheapestService | null) => (one === null ? "" : `${one.firm} ${fixedText(one.totalCostPct, 2)}`);

describe("survey statistics by hand", () => {
  it.each(readRows("corridors"))("$corridor in $period: $why", (expected) => {
    const { corridor, period, why, ...figures } = expected;
    const ofCorridor = prices.filter((price) => surveyCorridorOf(price) === corridor);
    const found = corridorStatistics(ofCorridor).find((one) => one.period === period);
    expect({
      services: `${found?.services}`,
      services500: `${found?.services500}`,
      firms: `${found?.firms}`,
      average200Pct: text(found?.average200Pct ?? null),
      average500Pct: text(found?.average500Pct ?? null),
      median200Pct: text(found?.median200Pct ?? null),
      cheapest200: cheapest(found?.cheapest200 ?? null),
      smartLikePct: text(found?.smartLikePct ?? null),
    }).toEqual(figures);
  });

  it.each(readRows("world"))("the world in $period: $why", (expected) => {
    const { period = "", why, ...figures } = expected;
    const found = worldStatistics(
      period,
      prices.filter((price) => price.period === period),
    );
    expect({
      services: `${found.services}`,
      firms: `${found.firms}`,
      average200Pct: text(found.average200Pct),
      corridors: `${found.corridors}`,
      corridorsAbove5: `${found.corridorsAbove5}`,
      shareAbove5Pct: text(found.shareAbove5Pct),
      smartLikePct: text(found.smartLikePct),
    }).toEqual(figures);
  });
});
