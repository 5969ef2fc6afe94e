import { afterEach, describe, expect, it } from "@jest/globals";
import { noFilters, type OffersQuestion } from "@openremit/shared/comparison";
import { offersAnswer, type QuoteObservation, type RateObservation } from "@openremit/shared/contracts";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";

const ask200: OffersQuestion = { corridorId: "be-ma", pay: "200", receive: null, filters: noFilters, at: null };
/** A test may ask of several. */
const scenes: ComparisonScene[] = [];

async function offersOf(
  quotes: readonly QuoteObservation[],
  question: Partial<OffersQuestion> = {},
  rates?: RateObservation[],
) {
  const scene = await openComparisonScene(quotes, rates);
  scenes.push(scene);
  const { answer } = await scene.comparison.offers({ ...ask200, ...question });
  expect(offersAnswer.parse(answer)).toEqual(answer);
  return answer;
}

afterEach(async () => {
  await Promise.all(scenes.splice(0).map((scene) => scene.close()));
});

describe("offers for a budget", () => {
  it("shows every figure of one price with the digits each kind of figure has", async () => {
    const { offers, reference, question } = await offersOf([
      quoteOf({ fee: "1.23", rate: "10.8100", received: "2148.70" }),
    ]);
    expect(question).toEqual({ pay: "200.00" });
    expect(reference).toEqual({
      base: "EUR",
      quote: "MAD",
      value: "10.8123",
      source: "frankfurter",
      layer: 1,
      observedOn: "2026-11-20",
      status: "fresh",
    });
    expect(offers).toEqual([
      {
        rank: 1,
        provider: { key: "wise", name: "Wise" },
        payIn: "bank_transfer",
        payOut: "bank_deposit",
        charges: null,
        pay: "200.00",
        fee: "1.23",
        converted: "198.77",
        rate: "10.8100",
        received: "2148.70",
        feePct: "0.62",
        fxMarginPct: "0.02",
        effectiveCostPct: "0.64",
        rpwTotalPct: "0.64",
        cost: "1.27",
        behindBest: "0.00",
        priceKind: "standing",
        promotion: null,
        derivation: "exact",
        sourceKind: "direct",
        source: "wise",
        seenBy: null,
        freshness: "fresh",
        speed: "same_day",
        observedAt: "2026-11-23T11:50:00.000Z",
        quoteId: expect.stringMatching(/^[0-9a-f]{32}$/),
        receiverCosts: [],
        receipt: expect.stringMatching(/^\/v1\/offers\/[0-9a-f]{32}\/receipt$/),
        warnings: [],
      },
    ]);
  });

  it("ranks by what arrives, whatever came first, and says how far behind the best each one is", async () => {
    const { offers } = await offersOf([
      quoteOf({ provider: "remitly", fee: "5", received: null }),
      quoteOf({ provider: "wise", fee: "1", received: null }),
      quoteOf({ provider: "western-union", fee: "3", received: null }),
    ]);
    expect(
      offers.map(({ rank, provider, received, behindBest }) => [rank, provider.name, received, behindBest]),
    ).toEqual([
      [1, "Wise", "2151.19", "0.00"],
      [2, "Western Union", "2129.57", "21.62"],
      [3, "Remitly", "2107.95", "43.24"],
    ]);
  });

  it("ranks the mirror question by what is paid, with the gap in what is paid", async () => {
    const { offers, question } = await offersOf(
      [
        quoteOf({ provider: "remitly", amount: "150", fee: "5", received: null }),
        quoteOf({ provider: "remitly", fee: "5", received: null }),
        quoteOf({ provider: "wise", amount: "150", fee: "1", received: null }),
        quoteOf({ provider: "wise", fee: "1", received: null }),
      ],
      { pay: null, receive: "2000" },
    );
    expect(question).toEqual({ receive: "2000.00" });
    expect(offers.map(({ provider, pay, received, behindBest }) => [provider.key, pay, received, behindBest])).toEqual([
      ["wise", "186.02", "2000.00", "0.00"],
      ["remitly", "190.02", "2000.00", "4.00"],
    ]);
  });

  it("names an interpolated price, dates it by the older sample and points at the nearer", async () => {
    const [older, newer] = ["2026-11-23T09:00:00.000Z", "2026-11-23T11:00:00.000Z"];
    const near = quoteOf({ amount: "200", fee: "2", rate: "10.80", received: null, observedAt: newer });
    const { offers } = await offersOf(
      [quoteOf({ amount: "500", fee: "5", rate: "10.83", received: null, observedAt: older }), near],
      { pay: "300" },
    );
    expect(offers).toMatchObject([
      { derivation: "interpolated", fee: "3.00", rate: "10.81", observedAt: older, quoteId: near.quoteId },
    ]);
  });
});

describe("what is not ranked", () => {
  const reasons = (answer: Awaited<ReturnType<typeof offersOf>>) =>
    answer.unranked.map(({ provider, reason, rate, fee, received }) => [provider.key, reason, rate, fee, received]);

  it("is listed with its reason, and with what is known of it alone", async () => {
    const answer = await offersOf([
      quoteOf({ provider: "moneygram", rate: null, fee: "3" }),
      quoteOf({ provider: "ria", fee: null, rate: "10.9000" }),
      quoteOf({ provider: "xoom", observedAt: "2026-11-20T12:00:00.000Z", fee: "1", received: null }),
      quoteOf({ provider: "worldremit", amount: "500", received: null }),
      quoteOf({ provider: "remitly", priceKind: "promotion", promotion: promotional }),
    ]);
    expect(answer.offers).toEqual([]);
    expect(reasons(answer)).toEqual([
      ["moneygram", "undisclosed", null, "3.00", null],
      ["remitly", "promotion_only", null, null, null],
      ["ria", "rate_only", "10.9000", null, null],
      ["worldremit", "out_of_range", null, null, null],
      ["xoom", "stale", "10.81000", "1.00", "2151.19"],
    ]);
    expect(answer.unranked.every(({ rank, behindBest }) => rank === null && behindBest === null)).toBe(true);
  });

  it("never lets a promotion decide the order, and shows it as a badge", async () => {
    const { offers } = await offersOf([
      quoteOf({ provider: "remitly", fee: "5", received: null, promotion: promotional }),
      quoteOf({ provider: "wise", fee: "1", received: null }),
    ]);
    expect(offers.map(({ provider, promotion }) => [provider.key, promotion])).toEqual([
      ["wise", null],
      ["remitly", promotional],
    ]);
  });

  it("leaves a tariff ranked for 35 days where another price would be stale", async () => {
    const old = "2026-11-01T00:00:00.000Z";
    const { offers } = await offersOf([quoteOf({ sourceKind: "tariff", observedAt: old, received: null })]);
    expect(offers).toMatchObject([{ sourceKind: "tariff", freshness: "ageing" }]);
  });

  it("ranks an older sample that is still current when a newer one does not answer", async () => {
    const { offers, unranked } = await offersOf([
      quoteOf({ amount: "200", received: null }),
      quoteOf({ amount: "500", received: null, observedAt: "2026-11-21T00:00:00.000Z" }),
    ]);
    expect(offers).toMatchObject([{ freshness: "fresh", derivation: "exact" }]);
    expect(unranked).toEqual([]);
  });

  it("says that everything has expired, with the newest observation, instead of failing", async () => {
    const { offers, unranked, warnings } = await offersOf([
      quoteOf({ observedAt: "2026-11-01T10:00:00.000Z" }),
      quoteOf({ payIn: "cash", observedAt: "2026-10-01T10:00:00.000Z" }),
    ]);
    expect([...offers, ...unranked]).toEqual([]);
    expect(warnings).toMatchObject([{ code: "everything_expired", observedAt: "2026-11-01T10:00:00.000Z" }]);
  });

  it("says that nothing is known where nothing is", async () => {
    const { offers, warnings } = await offersOf([]);
    expect(offers).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(["no_data"]);
  });
});

const promotional = { rate: "11.5", fee: "0", received: "2300", upTo: "500", eligibility: "First transfer" } as const;

describe("estimates", () => {
  const feed = { source: "wise-comparisons", sourceKind: "feed", provider: "remitly", received: null } as const;
  const direct = { source: "remitly", sourceKind: "direct", provider: "remitly", received: null } as const;
  const shown = (answer: Awaited<ReturnType<typeof offersOf>>) =>
    answer.offers.map(({ source, payIn, fee }) => [source, payIn, fee]);

  it("yield to the provider's own price, also where the feed does not say how money is paid", async () => {
    const answer = await offersOf([
      quoteOf({ ...feed, fee: "1", payIn: null, payOut: null }),
      quoteOf({ ...feed, fee: "1" }),
      quoteOf({ ...direct, fee: "4" }),
    ]);
    expect(shown(answer)).toEqual([["remitly", "bank_transfer", "4.00"]]);
    expect(answer.unranked).toEqual([]);
  });

  it("stay for ways of paying the provider's own price does not speak of", async () => {
    const answer = await offersOf([quoteOf({ ...feed, fee: "1", payIn: "cash" }), quoteOf({ ...direct, fee: "4" })]);
    expect(shown(answer)).toEqual([
      ["wise-comparisons", "cash", "1.00"],
      ["remitly", "bank_transfer", "4.00"],
    ]);
  });

  it("come back when the provider's own price is stale, which stays listed", async () => {
    const answer = await offersOf([
      quoteOf({ ...feed, fee: "1" }),
      quoteOf({ ...direct, fee: "4", observedAt: "2026-11-21T00:00:00.000Z" }),
    ]);
    expect(shown(answer)).toEqual([["wise-comparisons", "bank_transfer", "1.00"]]);
    expect(answer.unranked).toMatchObject([{ source: "remitly", reason: "stale" }]);
  });

  it("of two products of one source for the same methods show the better, never a mixture", async () => {
    const answer = await offersOf([
      quoteOf({ ...direct, fee: "4", payInCode: "EXPRESS" }),
      quoteOf({ ...direct, fee: "2", payInCode: "ECONOMY", speed: "three_to_five_days" }),
    ]);
    expect(answer.offers).toMatchObject([{ fee: "2.00", speed: "three_to_five_days" }]);
  });
});

describe("filters", () => {
  const quotes = [
    quoteOf({ payIn: "bank_transfer", speed: "next_day" }),
    quoteOf({ payIn: "cash", speed: "less_than_one_hour" }),
    quoteOf({ provider: "remitly", payIn: null, speed: null }),
    quoteOf({ provider: "ria", payIn: "debit_card", speed: "six_days_or_more" }),
  ];
  const asked = async (filters: Partial<typeof noFilters>) => {
    const { offers, warnings } = await offersOf(quotes, { filters: { ...noFilters, ...filters } });
    return { payIns: offers.map(({ payIn }) => payIn), codes: warnings.map(({ code }) => code) };
  };

  it("keep the methods named and say how many a source does not speak of", async () => {
    expect(await asked({ payIn: ["cash", "debit_card"] })).toEqual({
      payIns: ["cash", "debit_card"],
      codes: ["unknown_method_left_out"],
    });
  });

  it("keep what arrives in time and say how many are of unknown speed", async () => {
    expect(await asked({ maxDays: 0 })).toEqual({ payIns: ["cash"], codes: ["unknown_speed_left_out"] });
    expect((await asked({ maxDays: 30 })).payIns).toEqual(["cash", "bank_transfer"]);
  });

  it("say that nothing matches, not that nothing is known", async () => {
    expect(await asked({ payOut: ["airtime"] })).toEqual({ payIns: [], codes: ["nothing_matches"] });
  });
});
