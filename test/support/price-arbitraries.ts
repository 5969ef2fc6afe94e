import { Decimal, type OfferPrices, type PriceSample } from "@openremit/shared/domain";
import fc from "fast-check";

/** A decimal with at most `places` digits after the point, between two whole numbers of its smallest unit. */
export function decimalBetween(least: number, greatest: number, places: number): fc.Arbitrary<Decimal> {
  return fc.integer({ min: least, max: greatest }).map((units) => new Decimal(units).div(new Decimal(10).pow(places)));
}

const money = decimalBetween(0, 3_000, 2);
const orNone = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

/** Fee schedules with one to four tiers, flats, percentages below 20, minima and caps. */
export const feeSchedules = fc
  .array(
    fc.record({
      step: decimalBetween(1, 40_000, 2),
      flat: money,
      pct: decimalBetween(0, 2_000, 2),
      min: orNone(money),
      headroom: orNone(money),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((tiers) => {
    let from = new Decimal(0);
    return {
      tiers: tiers.map(({ step, flat, pct, min, headroom }, index) => {
        if (index > 0) from = from.plus(step);
        return { from, flat, pct, min, max: headroom === null ? null : (min ?? new Decimal(0)).plus(headroom) };
      }),
    };
  });

/** Rates of six places, from 0.000001 to 1000. */
export const rates = decimalBetween(1, 1_000_000_000, 6);
export const feePlacement = fc.constantFrom<OfferPrices["feePlacement"]>("on_top", "inside");
/** Budgets up to 2000.00. */
export const budgets = decimalBetween(1, 200_000, 2);
const minorUnits = fc.constantFrom(0, 2, 3);

export const scheduledPrices: fc.Arbitrary<OfferPrices> = fc.record({
  feePlacement,
  samples: fc.constant([]),
  schedule: fc.record({
    fees: feeSchedules,
    rate: rates,
    band: orNone(fc.tuple(budgets, budgets).map(([a, b]) => ({ min: Decimal.min(a, b), max: Decimal.max(a, b) }))),
    payOutFee: orNone(money),
  }),
  sendMinorUnits: fc.constant(2),
  receiveMinorUnits: minorUnits,
});

interface SampleShape {
  readonly step: Decimal;
  readonly fee: Decimal;
  readonly rateStep: Decimal;
  readonly band: number | null;
}

/** Samples at ascending amounts whose rate does not fall as the amount rises, as providers publish them. */
export const sampledPrices: fc.Arbitrary<OfferPrices> = fc
  .record({
    feePlacement,
    rate: rates,
    shapes: fc.array(
      fc.record<SampleShape>({
        step: decimalBetween(1, 50_000, 2),
        fee: decimalBetween(0, 2_000, 2),
        rateStep: fc.oneof(fc.constant(new Decimal(0)), decimalBetween(0, 1_000, 6)),
        band: orNone(fc.integer({ min: 0, max: 30 })),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    payOutFee: orNone(money),
    receiveMinorUnits: minorUnits,
  })
  .map(({ shapes, rate: firstRate, payOutFee, receiveMinorUnits, ...common }) => {
    let amount = new Decimal(0);
    let rate = firstRate;
    const samples = shapes.map(({ step, fee, rateStep, band }): PriceSample => {
      amount = amount.plus(step);
      rate = rate.plus(rateStep);
      const width = new Decimal(band ?? 0).div(100);
      return {
        amount,
        fee,
        rate,
        received: null,
        band:
          band === null ? null : { min: amount.times(new Decimal(1).minus(width)), max: amount.times(width.plus(1)) },
        payOutFee,
      };
    });
    return { ...common, samples, schedule: null, sendMinorUnits: 2, receiveMinorUnits };
  });

export const anyPrices = fc.oneof(scheduledPrices, sampledPrices);
