import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { Decimal, decimalText, parseDecimal } from "@openremit/shared/domain";
import { plausibleRate } from "../../workers/collector/src/checks/plausible-rate.ts";
import { quotesOfFixture } from "../support/adapter-fixtures.ts";
import { buildObservation } from "../support/build-observation.ts";
import { fixtureReference } from "../support/reference-rates.ts";

const catalog = loadCatalog("config");
const open = [...catalog.quoteSources.values()].filter(
  ({ key, status }) => status === "open" && !catalog.tariffs.has(key),
);

describe.each(open.map((source) => [source.key, source] as const))("the margins declared for %s", (key, source) => {
  const quotes = quotesOfFixture(key).quotes.filter(({ rate }) => rate !== null);
  const { min = "", max = "" } = source.expectations.marginPct ?? {};

  /** What the collector's check says of the fixture's standing prices, at another rate where one is given. */
  const problems = (rateOf?: (quote: (typeof quotes)[number]) => string) => {
    const observed = quotes.map((quote) =>
      buildObservation({
        ...quote,
        source: key,
        rate: rateOf?.(quote) ?? quote.rate,
        observedAt: "2026-11-20T10:00:00Z",
      }),
    );
    const now = new Date("2026-11-20T10:00:00Z");
    return plausibleRate(observed, {
      source,
      covers: [],
      known: [],
      now,
      referenceFor: fixtureReference,
      regimeIsMultiple: () => false,
    });
  };
  const atMargin = (pct: Decimal) =>
    problems(({ corridor }) => decimalText(fixtureReference(corridor).times(new Decimal(100).minus(pct)).div(100)));

  it("hold the prices of its fixture", () => {
    expect(quotes.length).toBeGreaterThan(0);
    expect(problems()).toEqual([]);
  });

  it("hold at both ends, and nothing beyond either", () => {
    const [least, most] = [parseDecimal(min), parseDecimal(max)];
    expect([atMargin(least), atMargin(most)]).toEqual([[], []]);
    expect(atMargin(least.minus("0.01"))).toHaveLength(quotes.length);
    expect(atMargin(most.plus("0.01"))).toHaveLength(quotes.length);
  });
});
