import { describe, expect, it } from "@jest/globals";
import { Decimal, decimalText, type RateRow, type ReferenceRate, selectReferenceRate } from "@openremit/shared/domain";
import fc from "fast-check";
import { buildRateKnowledge, buildRow, ratePolicies } from "../support/rate-knowledge.ts";

const seed = { seed: 20261118, numRuns: 300 };
const days = ["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13", "2026-11-16", "2026-11-17", "2026-11-18"];
const at = new Date("2026-11-18T18:00:00Z");
const currencies = ["EUR", "USD", "TRY", "MAD", "XOF", "AED"];
/** Units of each per one euro: what every source sees, give or take. */
const perEuro: Record<string, string> = {
  EUR: "1",
  USD: "1.08",
  TRY: "45.36",
  MAD: "10.8",
  XOF: "655.957",
  AED: "3.9663",
};
const dailySources = ratePolicies.filter(({ layer }) => layer < 4).map(({ key }) => key);

function trueRate(base: string, quote: string): Decimal {
  return new Decimal(perEuro[quote] ?? "1").div(perEuro[base] ?? "1");
}

/** What sources publish: rows against the euro or the dollar. */
const publishedPair = fc
  .tuple(fc.constantFrom("EUR", "USD"), fc.constantFrom(...currencies))
  .filter(([base, quote]) => base !== quote);
const pair = fc
  .tuple(fc.constantFrom(...currencies), fc.constantFrom(...currencies))
  .filter(([base, quote]) => base !== quote);

/** A row whose value lies up to `perMille` thousandths beside the truth. */
function rowsWithin(perMille: number, on: readonly string[] = days): fc.Arbitrary<RateRow> {
  return fc
    .record({
      source: fc.constantFrom(...dailySources),
      pair: publishedPair,
      observedOn: fc.constantFrom(...on),
      off: fc.integer({ min: -perMille, max: perMille }),
      contributors: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ source, pair: [base, quote], observedOn, off, contributors }) => {
      const value = trueRate(base, quote).times(new Decimal(1000 + off).div(1000));
      return buildRow({
        source,
        base,
        quote,
        value: decimalText(value.toSignificantDigits(9)),
        observedOn,
        contributors,
      });
    });
}

/** One revision of a source's figure for a day, as a store gives them. */
function published(rows: fc.Arbitrary<RateRow>): fc.Arbitrary<RateRow[]> {
  const selector = ({ source, base, quote, observedOn }: RateRow): string => [source, base, quote, observedOn].join();
  return fc.uniqueArray(rows, { selector, minLength: 20, maxLength: 80 });
}

function select(base: string, quote: string, rows: readonly RateRow[]): ReferenceRate {
  return selectReferenceRate({ base, quote, at }, buildRateKnowledge(rows));
}

describe("laws of the reference rate (METHOD 4)", () => {
  it("gives one for a currency against itself, whatever is published", () => {
    fc.assert(
      fc.property(fc.constantFrom(...currencies), published(rowsWithin(500)), (currency, rows) => {
        expect(select(currency, currency, rows).value?.eq(1)).toBe(true);
      }),
      seed,
    );
  });

  it("there and back is one, where the sources agree", () => {
    fc.assert(
      fc.property(pair, published(rowsWithin(1)), ([base, quote], rows) => {
        const [there, back] = [select(base, quote, rows).value, select(quote, base, rows).value];
        expect(there === null).toBe(back === null);
        const off = (there ?? new Decimal(1)).times(back ?? 1).minus(1);
        expect(off.abs().lt("1e-18")).toBe(true);
      }),
      seed,
    );
  });

  it("does not depend on the order of the rows", () => {
    const revised = fc.array(rowsWithin(80), { minLength: 20, maxLength: 80 });
    const shuffled = revised.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(pair, shuffled, ([base, quote], [rows, others]) => {
        expect(select(base, quote, others)).toEqual(select(base, quote, rows));
      }),
      seed,
    );
  });

  it("lets the higher layer win where all are fresh and agree", () => {
    const values = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.subarray(dailySources, { minLength: 2 }), (offs, sources) => {
        const rows = sources.map((source, index) => {
          const value = decimalText(new Decimal("45.36").plus(new Decimal(offs[index] ?? 0).div(100)));
          return buildRow({ source, base: "EUR", quote: "TRY", value, observedOn: "2026-11-18" });
        });
        const highest = Math.min(...ratePolicies.filter(({ key }) => sources.includes(key)).map(({ layer }) => layer));
        expect(select("EUR", "TRY", rows)).toMatchObject({ layer: highest, status: "fresh" });
      }),
      seed,
    );
  });

  it("never changes its answer for one more stale source", () => {
    const stale = fc.record({
      observedOn: fc.constantFrom("2026-11-09", "2026-11-13"),
      value: fc.integer({ min: 42, max: 49 }),
    });
    const others = dailySources.filter((source) => source !== "central-bank");
    const fresh = published(rowsWithin(80, ["2026-11-17", "2026-11-18"])).map((rows) =>
      rows.filter(({ source }) => others.includes(source)),
    );
    fc.assert(
      fc.property(fresh, stale, (rows, { observedOn, value }) => {
        const before = select("EUR", "TRY", rows);
        fc.pre(before.value !== null);
        const old = { source: "central-bank", base: "EUR", quote: "TRY", observedOn };
        const added = buildRow({ ...old, value: `${value}` });
        const { candidates: _before, ...expected } = before;
        expect(select("EUR", "TRY", [...rows, added])).toMatchObject(expected);
      }),
      seed,
    );
  });

  it("selects one source's rate over two legs at most, out of figures known by then", () => {
    const later = [...days, "2026-11-19", "2026-11-20"];
    fc.assert(
      fc.property(pair, published(rowsWithin(80, later)), ([base, quote], rows) => {
        const rate = select(base, quote, rows);
        fc.pre(rate.value !== null);
        const product = rate.legs.reduce((value, leg) => value.times(leg.value), new Decimal(1));
        expect(
          product
            .div(rate.value ?? 1)
            .minus(1)
            .abs()
            .lt("1e-18"),
        ).toBe(true);
        expect(rate.legs.length).toBeLessThanOrEqual(2);
        expect(rate.legs.map((leg) => leg.base)[0]).toBe(base);
        expect(rate.legs.map((leg) => leg.quote).at(-1)).toBe(quote);
        expect(new Set(rate.legs.map((leg) => leg.source).filter((source) => source !== "peg")).size).toBeLessThan(2);
        expect(rate.legs.every((leg) => leg.observedOn <= "2026-11-18")).toBe(true);
        expect(rate.candidates.filter(({ outcome }) => outcome === "won")).toHaveLength(1);
      }),
      seed,
    );
  });
});
