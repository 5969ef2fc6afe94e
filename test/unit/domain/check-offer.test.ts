import { describe, expect, it } from "@jest/globals";
import { type CheckGround, checkOffer, fixedText, parseDecimal, type SeenOffer } from "@openremit/shared/domain";
import fc from "fast-check";

const ground: CheckGround = {
  sendCurrency: "EUR",
  receiveCurrency: "MAD",
  reference: "10.80",
  samples: [
    { amount: "100.00", bestProvider: "Wise", bestReceived: "1070.00", bestCostPct: "0.92592593", meanCostPct: "3" },
    {
      amount: "200.00",
      bestProvider: "Remitly",
      bestReceived: "2150.00",
      bestCostPct: "0.46296296",
      meanCostPct: "2.5",
    },
  ],
};
const seen: SeenOffer = { amount: "200", fee: "10", feePlacement: "inside", rate: "10.476", received: null };

describe("an offer that somebody saw", () => {
  it("with the fee inside costs what METHOD 2 says: a fee of 10 and a margin of 3 % on 200 are 7.85 %", () => {
    expect(checkOffer(seen, ground)).toMatchObject({
      pay: "200.00",
      received: "1990.44",
      fee: "10.00",
      cost: "15.70",
      costPct: "7.85",
      ratePart: "5.70",
      isGain: false,
      against: { isNearest: false, provider: "Remitly", received: "2150.00", gap: "159.56", gapCost: "14.77" },
    });
  });

  it("with the fee on top is paid in all with the fee, and stands beside the best for the same money", () => {
    expect(checkOffer({ ...seen, feePlacement: "on_top" }, ground)).toMatchObject({
      pay: "210.00",
      received: "2095.20",
      against: {
        amount: "200",
        isNearest: true,
        received: "2257.50",
        verdict: "behind",
        cost: "0.97",
        meanCost: "5.25",
      },
    });
  });

  it("is calculated from what arrives where that is known, whatever the rate says", () => {
    const stated = checkOffer({ ...seen, received: "2150" }, ground);
    expect(stated).toMatchObject({ received: "2150.00", against: { verdict: "equal", gap: "0.00" } });
  });

  it("may gain: costs are never clamped", () => {
    const gain = checkOffer({ ...seen, fee: "0", rate: "11" }, ground);
    expect(gain).toMatchObject({ cost: "-3.70", costPct: "-1.85", isGain: true, against: { verdict: "ahead" } });
  });

  it("without a reference rate is compared by what arrives alone", () => {
    const samples = ground.samples.map((sample) => ({ ...sample, bestCostPct: null, meanCostPct: null }));
    expect(checkOffer(seen, { ...ground, reference: null, samples })).toMatchObject({
      cost: null,
      costPct: null,
      ratePart: null,
      against: { received: "2150.00", gap: "159.56", gapCost: null, cost: null, meanCostPct: null },
    });
  });

  it("is compared with nothing where nothing is known", () => {
    expect(checkOffer(seen, { ...ground, samples: [] })).toMatchObject({ costPct: "7.85", against: null });
  });

  it.each([
    ["10476", true],
    ["1.0476", true],
    ["9.9", false],
    ["11", false],
  ])("at a rate of %s is doubtful: %s", (rate, isDoubtful) => {
    expect(checkOffer({ ...seen, rate }, ground)?.against?.isDoubtful).toBe(isDoubtful);
  });

  it.each(["200", "250"])("with a fee of %s inside of 200 is none", (fee) => {
    expect(checkOffer({ ...seen, fee }, ground)).toBeNull();
  });

  const cents = (most: number) =>
    fc.integer({ min: 1, max: most }).map((count) => fixedText(parseDecimal(String(count)).div(100), 2));
  it("is the same offer with its fee on top as with the fee inside of the total", () => {
    fc.assert(
      fc.property(cents(1_000_000), cents(10_000), cents(2_000), (amount, fee, rate) => {
        const onTop: SeenOffer = { amount, fee, feePlacement: "on_top", rate, received: null };
        const total = fixedText(parseDecimal(amount).plus(parseDecimal(fee)), 2);
        expect(checkOffer({ ...onTop, amount: total, feePlacement: "inside" }, ground)).toEqual(
          checkOffer(onTop, ground),
        );
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("has parts that add up to what is shown, and is behind exactly where less arrives", () => {
    fc.assert(
      fc.property(cents(1_000_000), cents(10_000), cents(2_000), (amount, fee, rate) => {
        const checked = checkOffer({ amount, fee, feePlacement: "on_top", rate, received: null }, ground);
        const sum = parseDecimal(checked?.fee ?? "").plus(parseDecimal(checked?.ratePart ?? ""));
        expect(sum.eq(parseDecimal(checked?.cost ?? ""))).toBe(true);
        const isLess = parseDecimal(checked?.received ?? "").lt(parseDecimal(checked?.against?.received ?? ""));
        expect(checked?.against?.verdict === "behind").toBe(isLess);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
