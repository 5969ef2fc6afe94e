import { describe, expect, it } from "@jest/globals";
import { type CheckContext, checks } from "@openremit/collector";
import { Decimal } from "@openremit/shared/domain";
import { buildObservation, buildQuoteSource } from "../../support/build-observation.ts";
import { beMa } from "../../support/record-job.ts";

const context: CheckContext = {
  source: buildQuoteSource({ expectations: { minimumQuotes: 2 } }),
  covers: [{ corridor: beMa, amount: "200" }],
  now: new Date("2026-11-23T10:00:00Z"),
  known: [],
  referenceFor: () => new Decimal("10.8"),
  regimeIsMultiple: () => false,
};

const declaring = (marginPct: { min: string; max: string }) =>
  buildQuoteSource({ expectations: { minimumQuotes: 2, marginPct } });

function broken(quotes: Parameters<(typeof checks)[number]>[0], changed: Partial<CheckContext> = {}): string[] {
  return checks.flatMap((check) => check(quotes, { ...context, ...changed }));
}

describe("the checks of a run", () => {
  it("let a healthy run pass", () => {
    expect(broken([buildObservation(), buildObservation({ payIn: "debit_card" })])).toEqual([]);
  });

  it("let a known empty answer pass", () => {
    expect(broken([])).toEqual([]);
  });

  it("stop a run with fewer quotes than the source usually has", () => {
    expect(broken([buildObservation()])).toEqual(["1 quotes where at least 2 are expected"]);
  });

  it("stop a quote from the future, and forgive a clock that is five minutes ahead", () => {
    const ahead = (observedAt: string) => [buildObservation({ observedAt }), buildObservation()];
    expect(broken(ahead("2026-11-23T10:05:00Z"))).toEqual([]);
    expect(broken(ahead("2026-11-23T10:05:01Z"))).toEqual([
      "wise is dated 2026-11-23T10:05:01Z, which is still to come",
    ]);
  });

  it("stop an answer in which nothing is newer than fourteen days, and leave old prices among newer ones alone", () => {
    const dated = (...days: string[]) => days.map((day) => buildObservation({ observedAt: `${day}T10:00:00Z` }));
    expect(broken(dated("2026-11-09", "2026-10-01"))).toEqual([]);
    expect(broken(dated("2026-11-08", "2026-10-01"))).toEqual([
      "every price has expired already; the newest is dated 2026-11-08T10:00:00.000Z",
    ]);
    const tariff = buildQuoteSource({ kind: "tariff", expectations: { minimumQuotes: 1 } });
    expect(broken(dated("2026-10-10"), { source: tariff })).toEqual([]);
  });

  it("stop an answer that dates every offer it repeats earlier than what is known", () => {
    const dated = (at: string, payIn: "bank_transfer" | "debit_card" = "bank_transfer") =>
      buildObservation({ payIn, observedAt: `2026-11-${at}:00Z` });
    const known = [dated("23T08:00"), dated("23T08:00", "debit_card")];
    const late = [dated("21T08:00"), dated("21T08:00", "debit_card")];
    expect(broken(late, { known })).toEqual([
      "every price is older than what is known: wise is dated 2026-11-21T08:00:00Z, known is 2026-11-23T08:00:00.000Z",
    ]);
    expect(broken(known, { known })).toEqual([]);
    expect(broken(late, { known, source: buildQuoteSource({ kind: "tariff" }) })).toEqual([]);
  });

  it("leave one older price among others alone, and offers that are not known yet", () => {
    const [older, newer] = ["21", "23"].map((day) => buildObservation({ observedAt: `2026-11-${day}T08:00:00Z` }));
    if (older === undefined || newer === undefined) throw new Error("two days, two quotes");
    const card = { payIn: "debit_card", payInCode: "CARD" } as const;
    expect(broken([older, { ...newer, ...card }], { known: [newer, { ...older, ...card }] })).toEqual([]);
    expect(broken([older, { ...older, ...card }], { known: [{ ...newer, amount: "500" }] })).toEqual([]);
  });

  it("stop an inverted rate", () => {
    const [problem] = broken([buildObservation({ rate: "0.0926" }), buildObservation()]);
    expect(problem).toBe(
      "wise gives 0.0926 MAD, the mid-market rate is 10.8: a margin of 99.14 % where -25 to 25 are expected",
    );
  });

  it("stop an implausible promotional rate too", () => {
    const promotion = { rate: "108.1", fee: null, received: null, upTo: null, eligibility: "new customers" };
    expect(broken([buildObservation({ promotion }), buildObservation()])).toHaveLength(1);
  });

  it.each([
    ["8.1", 0],
    ["8.09", 1],
    ["13.5", 0],
    ["13.51", 1],
  ])("hold a rate of %s against 10.8 within a quarter either way", (rate, problems) => {
    expect(broken([buildObservation({ rate }), buildObservation()])).toHaveLength(problems);
  });

  it.each([
    ["11.34", 0],
    ["11.35", 1],
    ["9.18", 0],
    ["9.17", 1],
  ])("hold a standing rate of %s against the band that its source declares, -5 to 15", (rate, problems) => {
    const source = declaring({ min: "-5", max: "15" });
    expect(broken([buildObservation({ rate }), buildObservation()], { source })).toHaveLength(problems);
  });

  it("let a promotion leave the declared band, and a quote without a rate be", () => {
    const promotion = { rate: "12", fee: null, received: null, upTo: null, eligibility: "new customers" };
    const quotes = [buildObservation({ promotion }), buildObservation({ rate: null, promotion })];
    expect(broken(quotes, { source: declaring({ min: "-5", max: "5" }) })).toEqual([]);
  });

  it("do not hold the declared band against a reference that is itself in doubt", () => {
    const quotes = [buildObservation({ rate: "17" }), buildObservation()];
    const source = declaring({ min: "-5", max: "5" });
    expect(broken(quotes, { source, regimeIsMultiple: () => true })).toEqual([]);
    expect(broken(quotes, { source })).toHaveLength(1);
  });

  it("allow more where official and market rates part", () => {
    const quotes = [buildObservation({ rate: "17" }), buildObservation()];
    expect(broken(quotes, { regimeIsMultiple: () => true })).toEqual([]);
  });

  it("cannot judge a rate without a reference", () => {
    expect(broken([buildObservation({ rate: "99" }), buildObservation()], { referenceFor: () => null })).toEqual([]);
  });

  it("stop an answer to another question", () => {
    expect(broken([buildObservation(), buildObservation({ amount: "500" })])).toEqual([
      "wise answers be-ma:EUR-MAD at 500, which was not asked",
    ]);
  });
});
