import { afterEach, describe, expect, it } from "@jest/globals";
import { noFilters, type OffersQuestion } from "@openremit/shared/comparison";
import { offersAnswer, type TariffConfig, type TariffOffer } from "@openremit/shared/contracts";
import type { ComparisonScene } from "../../support/comparison-scene.ts";
import { buildTariffOffer, flatFee } from "../../support/tariff.ts";
import { compareTariff, mid } from "../../support/tariff-scene.ts";
import { until } from "../../support/until.ts";

const ask200: OffersQuestion = { corridorId: "be-ma", pay: "200", receive: null, filters: noFilters, at: null };
const scenes: ComparisonScene[] = [];

interface Circumstances {
  readonly question?: Partial<OffersQuestion>;
  readonly rates?: (typeof mid)[];
  readonly at?: Date;
}

async function answerOf(tariff: Partial<TariffConfig>, { question, ...rest }: Circumstances = {}) {
  const scene = await compareTariff(tariff, rest);
  scenes.push(scene);
  const { answer } = await scene.comparison.offers({ ...ask200, ...question });
  expect(offersAnswer.parse(answer)).toEqual(answer);
  return answer;
}

const offersOf = (...lines: Partial<TariffOffer>[]) => ({ offers: lines.map(buildTariffOffer) });
/** 2 % below 10.80 is 10.584. */
const atMargin = { rate: null, fxMarginPct: "2" };
const codesOf = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

afterEach(async () => {
  await Promise.all(scenes.splice(0).map((scene) => scene.close()));
});

describe("a tariff in the ranking", () => {
  it("is ranked as an estimate, at the day of its review", async () => {
    const { offers } = await answerOf({});
    expect(offers).toMatchObject([
      {
        rank: 1,
        provider: { key: "alpha", name: "Alpha Money" },
        sourceKind: "tariff",
        source: "alpha-tariff",
        fee: "10.00",
        converted: "190.00",
        rate: "10.50",
        received: "1995.00",
        freshness: "ageing",
        observedAt: "2026-11-20T00:00:00.000Z",
        warnings: [],
      },
    ]);
  });

  it.each([
    ["35 days after its review", "2026-12-25T00:00:00.000Z", [["ageing", null]]],
    ["a moment later", "2026-12-25T00:00:00.001Z", [["stale", "stale"]]],
    ["49 days after its review", "2027-01-08T00:00:00.000Z", [["stale", "stale"]]],
    ["and after that", "2027-01-08T00:00:00.001Z", []],
  ])("is as fresh as the reading, not as the last visit: %s", async (_when, at, expected) => {
    const { offers, unranked } = await answerOf({}, { at: new Date(at) });
    const shown = [
      ...offers.map((row) => [row.freshness, null]),
      ...unranked.map((row) => [row.freshness, row.reason]),
    ];
    expect(shown).toEqual(expected);
  });

  it("never is where it was read in a survey, however fresh", async () => {
    const { offers, unranked } = await answerOf({ via: "survey" });
    expect([offers, unranked]).toEqual([[], []]);
  });

  it("is listed unranked where rate or fee is not disclosed", async () => {
    const { offers, unranked } = await answerOf(
      offersOf({ rate: null, payOut: "bank_deposit" }, { feeSchedule: null, payOut: "cash_pickup" }),
    );
    expect(offers).toEqual([]);
    expect(unranked.map(({ reason, rate, fee, received }) => [reason, rate, fee, received])).toEqual([
      ["undisclosed", null, null, null],
      ["rate_only", "10.50", null, null],
    ]);
  });
});

describe("charge options of a bank transfer", () => {
  it("stand side by side, each with what is known and what is not", async () => {
    const { offers } = await answerOf(
      offersOf(
        { charges: "our", feeSchedule: flatFee("25") },
        { charges: "sha", feeSchedule: flatFee("10") },
        { charges: "ben", feePlacement: "inside", feeSchedule: flatFee("12") },
      ),
    );
    expect(offers.map((row) => [row.charges, row.fee, row.received, codesOf(row)])).toEqual([
      ["sha", "10.00", "1995.00", ["charges_sha"]],
      ["ben", "12.00", "1974.00", ["charges_ben"]],
      ["our", "25.00", "1837.50", ["charges_our"]],
    ]);
    expect(offers[0]?.warnings[0]?.detail).toContain("is not known, so less may arrive");
  });

  it("of two lines with one option and method, the one that answers better stands for the offer", async () => {
    const { offers } = await answerOf(
      offersOf({ charges: "sha", line: "paper" }, { charges: "sha", line: "online", feeSchedule: flatFee("4") }),
    );
    expect(offers.map(({ fee }) => fee)).toEqual(["4.00"]);
  });
});

describe("a rate that is published as a margin", () => {
  it("is reckoned from the mid-market rate of the moment, and says so", async () => {
    const { offers } = await answerOf(offersOf(atMargin));
    expect(offers).toMatchObject([{ rate: "10.584", received: "2010.96", fxMarginPct: "2.00", derivation: "exact" }]);
    expect(offers.map(codesOf)).toEqual([["rate_from_margin"]]);
  });

  it("follows the mid-market rate when that changes", async () => {
    const scene = await compareTariff(offersOf(atMargin));
    scenes.push(scene);
    const rateNow = async () => (await scene.comparison.offers(ask200)).answer.offers[0]?.rate;
    expect(await rateNow()).toBe("10.584");
    scene.memory.state.rates = [{ ...mid, value: "10.90", fetchedAt: "2026-11-21T07:00:00.000Z" }];
    scene.memory.hear({ corridorKey: null, version: "2" });
    expect(await until(rateNow, (rate) => rate !== "10.584")).toBe("10.682");
  });

  it("answers the mirror question with the same rate", async () => {
    const { offers } = await answerOf(offersOf(atMargin), { question: { pay: null, receive: "2010.96" } });
    expect(offers.map(({ pay, rate }) => [pay, rate])).toEqual([["200.00", "10.584"]]);
  });

  it("is read between the amounts a document speaks of, and never beyond", async () => {
    const feeSamples = [
      { amount: "100", fee: "5.00" },
      { amount: "300", fee: "7.00" },
    ];
    const tariff = offersOf({ ...atMargin, feeSchedule: null, feeSamples });
    const { offers } = await answerOf(tariff);
    expect(offers.map(({ fee, rate, derivation }) => [fee, rate, derivation])).toEqual([
      ["5.94", "10.584", "interpolated"],
    ]);
    const beyond = await answerOf(tariff, { question: { pay: "500" } });
    expect(beyond.unranked.map(({ reason, received }) => [reason, received])).toEqual([["out_of_range", null]]);
  });

  it("is listed unranked, with no invented figure, where there is no usable mid-market rate", async () => {
    const { offers, unranked, reference } = await answerOf(offersOf(atMargin), { rates: [] });
    expect([reference, offers]).toEqual([null, []]);
    expect(unranked).toMatchObject([
      { reason: "no_reference_rate", rate: null, received: null, fee: null, fxMarginPct: null },
    ]);
  });

  it("has no say in whether the mid-market rate represents the market", async () => {
    const better = { rate: null, fxMarginPct: "-5" };
    const lines = (["bank_deposit", "cash_pickup", "mobile_wallet"] as const).map((payOut) => ({ ...better, payOut }));
    const { offers, warnings } = await answerOf(offersOf(...lines));
    expect(offers).toHaveLength(3);
    expect(codesOf({ warnings })).not.toContain("reference_not_representative");
    const published = lines.map((line) => ({ ...line, rate: "11.34", fxMarginPct: null }));
    expect(codesOf(await answerOf(offersOf(...published)))).toContain("reference_not_representative");
  });
});
