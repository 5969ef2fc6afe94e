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

describe("the world as the World Bank published it", () => {
  const rows: readonly Row[] = parse(readFileSync("test/fixtures/survey/corridor-quarters.csv", "utf8"), {
    columns: true,
    comment: "#",
  });
  /** As many services as the corridor had, each at the corridor's mean: their mean is that of the services themselves. */
  const pricesOf = (period: string) =>
    rows
      .filter((row) => row.period === period && row.services !== "0")
      .flatMap(({ corridor = "", services = "", average_200_pct: cost = "" }) => {
        const [from = "", to = ""] = corridor.split("-");
        return Array.from({ length: Number.parseInt(services, 10) }, () =>
          buildSurveyPrice({ period, from, to, cost }),
        );
      });

  it("is made of 2,167 corridor-quarters with a figure", () => {
    expect(rows.filter(({ average_200_pct: cost }) => cost !== "")).toHaveLength(2_167);
  });

  it.each([
    ["2013-Q1", 2_537, 207, "9.0494", "9.05"],
    // 8.88 was published, of rows that are in no file any more.
    ["2013-Q2", 2_568, 207, "8.8509", "8.85"],
    ["2013-Q3", 2_564, 207, "8.9256", "8.93"],
    ["2013-Q4", 2_534, 206, "8.5847", "8.58"],
  ])(
    "costs in %s, over %d services in %d corridors, %s: %s as it is shown",
    (period, services, corridors, average, shown) => {
      const found = worldStatistics(period, pricesOf(period));
      expect([found.services, found.corridors, text(found.average200Pct)]).toEqual([services, corridors, average]);
      expect(found.average200Pct && fixedText(found.average200Pct, 2)).toBe(shown);
    },
  );
});
