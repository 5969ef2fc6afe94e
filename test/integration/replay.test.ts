import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openReplayScene } from "../support/replay-scene.ts";
import { countRows } from "../support/storage-scene.ts";
import { until } from "../support/until.ts";

/** Seven weeks after the recordings. */
const now = new Date("2026-11-23T12:00:00.000Z");
/** Half an hour after them. The mid-market rate is 70.000. */
const then = "2026-10-06T10:00:00.000Z";

let scene: Awaited<ReturnType<typeof openReplayScene>>;
let told: Awaited<ReturnType<typeof scene.replay>>;

beforeAll(async () => {
  scene = await openReplayScene(now);
  told = await scene.replay();
});
afterAll(() => scene.close());

describe("a replay", () => {
  it("says what became of each recording, skips what nobody reads and refuses bytes that are not the recorded ones", () => {
    expect(told.failed).toBe(1);
    expect(told.lines).toEqual([
      "  ✓ ecb (ecb.xml): 23 reference rates, 23 new, 0 revised",
      "  ✓ wise (wise.json): 2 prices, 2 new, 0 revised",
      "  ✓ remitly (remitly.json): 2 prices, 2 new, 0 revised",
      "  ✓ western-union (western-union.json): 4 prices, 4 new, 0 revised\n      set aside: unknown_pay_in PA",
      "  ✓ wise-comparisons (wise-comparisons.json): 4 prices, 4 new, 0 revised\n      set aside: unknown_provider nobody-knows-it",
      '  – atlantic-money (atlantic-money.json): skipped, no adapter reads "atlantic-money" yet',
      expect.stringMatching(/^ {2}✗ taptap-send .*SHA-256.*, the manifest says 0{64}$/),
      "7 recorded answers, 1 failed",
    ]);
  });

  it("changes nothing when it is done again", async () => {
    const state = async () => {
      const tables = ["runs", "quotes", "run_coverages", "rates", "snapshots", "source_issues"];
      const rows = await Promise.all(tables.map((table) => countRows(scene.stores.database, table)));
      return { rows, latest: await scene.stores.latest.readAll(), versions: await scene.stores.latest.readVersions() };
    };
    const before = await state();
    const { failed, lines } = await scene.replay();
    expect(failed).toBe(1);
    expect(lines.filter((line) => line.includes("✓")).every((line) => line.includes("nothing new"))).toBe(true);
    expect(await state()).toEqual(before);
  });
});

describe("the corridor as it stood when it was recorded", () => {
  it("ranks by what arrives, every pay-in and pay-out an offer of its own, estimates only where nobody says it directly", async () => {
    const { offers, simulated } = await scene.offers("500", then);
    expect(simulated).toBe(false);
    expect(
      offers.map(({ provider, payIn, payOut, received, sourceKind, effectiveCostPct }) =>
        [provider.key, payIn, payOut, received, sourceKind, effectiveCostPct].join(" "),
      ),
    ).toEqual([
      "wise bank_transfer bank_deposit 34765.15 direct 0.67",
      "western-union bank_transfer bank_deposit 34650.00 direct 1.00",
      "wise debit_card bank_deposit 34625.25 direct 1.07",
      "worldremit bank_transfer bank_deposit 34462.29 feed 1.54",
      "xe bank_transfer bank_deposit 34450.00 feed 1.57",
      "western-union bank_transfer mobile_wallet 34368.90 direct 1.80",
      "remitly debit_card bank_deposit 34362.69 direct 1.82",
      "western-union credit_card bank_deposit 34239.05 direct 2.17",
      "remitly debit_card cash_pickup 34194.28 direct 2.30",
      "western-union bank_transfer cash_pickup 34051.35 direct 2.71",
    ]);
  });

  it("keeps promotions beside the standing price: one of them would have won", async () => {
    const { offers, unranked } = await scene.offers("500", then);
    const promoted = offers.filter(({ promotion }) => promotion !== null);
    expect(promoted.map(({ provider, rate, promotion }) => [provider.key, rate, promotion?.rate])).toEqual([
      ["remitly", "69.00", "71.20"],
      ["remitly", "68.80", "71.00"],
    ]);
    expect(promoted[0]?.promotion).toEqual({
      rate: "71.20",
      fee: "0",
      received: "35600.00",
      upTo: "1000.00",
      eligibility: "New customers only. The better rate holds for the first 1000,00 EUR.",
    });
    expect(unranked).toEqual([]);
  });

  it("measures every cost against the reference rate of the day before", async () => {
    const { offers, reference, warnings } = await scene.offers("500", then);
    expect(reference).toMatchObject({ value: "70", source: "ecb", observedOn: "2026-10-05", status: "fresh" });
    expect(warnings).toEqual([]);
    // METHOD 2: F = 2.90 on A = 497.10, R = 68.50, M = 70: 0.58 % + 2.14 % = 2.73 %; X/M = 486.45, 13.55 short of 500.
    expect(offers.at(-1)).toMatchObject({
      fee: "2.90",
      converted: "497.10",
      feePct: "0.58",
      fxMarginPct: "2.14",
      rpwTotalPct: "2.73",
      effectiveCostPct: "2.71",
      cost: "13.55",
      derivation: "near_sample",
    });
  });

  it("proves each price by the recorded bytes", async () => {
    const { offers } = await scene.offers("500", then);
    const { answer } = await scene.receipt(offers[0]?.quoteId ?? "");
    expect(answer).toMatchObject({ provider: { key: "wise" }, proof: { url: "https://api.wise.com/v3/quotes" } });
  });

  it("says before the first recording that nothing was known", async () => {
    const { offers, warnings } = await scene.offers("500", "2026-10-05T00:00:00.000Z");
    expect(offers).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain("no_data");
  });
});

describe("the same corridor now", () => {
  it("says that everything it knows has expired", async () => {
    const { offers, unranked, warnings } = await until(
      () => scene.offers("500", null),
      (answer) => answer.warnings.some(({ code }) => code === "everything_expired"),
    );
    expect([offers, unranked]).toEqual([[], []]);
    expect(warnings).toContainEqual({
      code: "everything_expired",
      detail: "Every known price has expired; the newest was observed at 2026-10-06T09:30:02.000Z.",
      observedAt: "2026-10-06T09:30:02.000Z",
    });
  });
});
