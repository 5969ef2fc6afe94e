import { describe, expect, it } from "@jest/globals";
import {
  type CostSummary,
  corridorStatistics,
  countedPrices,
  Decimal,
  fixedText,
  placeStatistics,
  type SurveyPrice,
  smartLike,
  surveyCorridorOf,
  totalDiffers,
  worldStatistics,
} from "@openremit/shared/domain";
import fc from "fast-check";
import { buildSurveyPrice } from "../support/survey-price.ts";

const settings = { seed: 20_260_105, numRuns: 200 };
const countries = ["BEL", "FRA", "MAR", "SEN", "RUS"] as const;

const cost = fc.integer({ min: -500, max: 4_000 }).map((hundredths) => new Decimal(hundredths).div(100));
const price: fc.Arbitrary<SurveyPrice> = fc
  .record({
    from: fc.constantFrom(...countries),
    to: fc.constantFrom(...countries),
    firm: fc.constantFrom("Alpha", "Beta", "beta", "Gamma"),
    amount: fc.constantFrom("200", "500"),
    transparent: fc.constantFrom("yes", "yes", "no"),
    days: fc.constantFrom("0", "5", "6"),
    totalCostPct: cost,
  })
  .map(({ totalCostPct, ...cells }) => ({ ...buildSurveyPrice(cells), totalCostPct }));
const prices = fc.array(price, { maxLength: 40 });

const plain = (value: unknown) => JSON.stringify(value);
const of = (all: readonly SurveyPrice[]) => worldStatistics("2013-Q1", all);

describe("survey statistics", () => {
  it("do not depend on the order of rows", () => {
    fc.assert(
      fc.property(prices, (all) => {
        const other = [...all].reverse();
        expect(plain(of(other))).toBe(plain(of(all)));
        expect(plain(corridorStatistics(other))).toBe(plain(corridorStatistics(all)));
      }),
      settings,
    );
  });

  it("are not touched by services that are not transparent, nor the world's by senders in Russia", () => {
    fc.assert(
      fc.property(prices, prices, (all, others) => {
        const opaque = others.map((one) => ({ ...one, transparent: false }));
        expect(plain(of([...all, ...opaque]))).toBe(plain(of(all)));
        const russian = others.map((one) => ({ ...one, sourceCountry: "RUS" }));
        expect(plain(of([...all, ...russian]))).toBe(plain(of(all)));
      }),
      settings,
    );
  });

  it("keep mean and median between the cheapest and the dearest", () => {
    fc.assert(
      fc.property(prices, (all) => {
        const { services, average200Pct, median200Pct, cheapest200 } = of(all);
        const costs = countedPrices(all).filter((one) => one.amountUsd === 200 && one.sourceCountry !== "RUS");
        expect(services).toBe(costs.length);
        if (average200Pct === null || median200Pct === null || cheapest200 === null) return expect(services).toBe(0);
        const dearest = Decimal.max(...costs.map(({ totalCostPct }) => totalCostPct));
        for (const middle of [average200Pct, median200Pct]) {
          expect(middle.gte(cheapest200.totalCostPct) && middle.lte(dearest)).toBe(true);
        }
      }),
      settings,
    );
  });

  it("make the world's mean of its corridors' means, each weighted by its services", () => {
    fc.assert(
      fc.property(prices, (all) => {
        const corridors = placeStatistics(
          all.filter(({ sourceCountry }) => sourceCountry !== "RUS"),
          surveyCorridorOf,
        );
        const sum = corridors.reduce(
          (before, { average200Pct, services }) => before.plus((average200Pct ?? new Decimal(0)).times(services)),
          new Decimal(0),
        );
        const world = of(all);
        const whole = (world.average200Pct ?? new Decimal(0)).times(world.services);
        expect(sum.minus(whole).abs().lt("0.000000001")).toBe(true);
      }),
      settings,
    );
  });

  it("count every service of a corridor in one group of each kind", () => {
    fc.assert(
      fc.property(prices, (all) => {
        for (const { services, byFirmType, byPayIn, byPayOut, bySpeed } of corridorStatistics(all)) {
          for (const groups of [byFirmType, byPayIn, byPayOut, bySpeed]) {
            expect(groups.reduce((sum: number, group: CostSummary) => sum + group.services, 0)).toBe(services);
          }
        }
      }),
      settings,
    );
  });

  it("never make smartLike of fewer than three services, and never below the cheapest of them", () => {
    fc.assert(
      fc.property(prices, (all) => {
        const counted = countedPrices(all);
        const qualifying = counted.filter(({ amountUsd, speedDays }) => amountUsd === 200 && (speedDays ?? 6) <= 5);
        const figure = smartLike(counted);
        expect(figure === null).toBe(qualifying.length < 3);
        const lowest = Decimal.min(0, ...qualifying.map(({ totalCostPct }) => totalCostPct));
        if (figure !== null) expect(figure.gte(lowest)).toBe(true);
      }),
      settings,
    );
  });
});

describe("totalDiffers", () => {
  it("agrees with the formula in Decimal", () => {
    const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => new Decimal(n).div(1_000).toString());
    fc.assert(
      fc.property(figure, figure, figure, fc.integer({ min: 1, max: 400_000 }), (fee, marginPct, shift, amount) => {
        const total = new Decimal(fee).div(amount).times(100).plus(marginPct);
        const off = new Decimal(shift).div(10_000);
        const totalPct = fixedText(total.plus(off), 12);
        const apart = new Decimal(fee).div(amount).times(100).plus(marginPct).minus(totalPct).abs();
        const said = totalDiffers({ amount: `${amount}`, fee, feePct: null, marginPct, totalPct });
        if (apart.minus("0.05").abs().gt("0.000001")) expect(said).toBe(apart.gt("0.05"));
      }),
      settings,
    );
  });

  it("lets 0.05 points pass and says nothing where a part is missing", () => {
    const cost = { amount: "200", fee: "10", feePct: null, marginPct: "1.5", totalPct: "6.55" };
    expect(totalDiffers(cost)).toBe(false);
    expect(totalDiffers({ ...cost, totalPct: "6.550001" })).toBe(true);
    expect(totalDiffers({ ...cost, totalPct: "6.44" })).toBe(true);
    expect(totalDiffers({ ...cost, totalPct: "9", fee: null })).toBe(false);
    expect(totalDiffers({ ...cost, amount: "0", totalPct: "9" })).toBe(false);
    expect(totalDiffers({ ...cost, fee: null, feePct: "5.00", totalPct: "9" })).toBe(true);
  });
});
