import { describe, expect, it } from "@jest/globals";
import type { RankedOffer } from "@openremit/shared/contracts";
import { optionKey, yearlyGains } from "../../../services/web/src/pages/save/yearly-gain.ts";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";

function offer(key: string, received: string, fields: Partial<RankedOffer> = {}): RankedOffer {
  return buildRankedOffer({ provider: { key, name: key }, received, ...fields });
}

function gainsOf(offers: readonly RankedOffer[], now: RankedOffer, timesAYear: number, value = "10.80") {
  const answer = buildOffersAnswer({ offers: [...offers] });
  const reference = answer.reference && { ...answer.reference, value };
  return yearlyGains({ ...answer, reference }, optionKey(now), timesAYear);
}

describe("changing the option", () => {
  const best = offer("best", "2154.00", { payIn: "cash" });
  const same = offer("same", "2129.27");
  const now = offer("now", "2105.76");

  // (2154.00 − 2105.76) · 12 = 578.88 and 578.88 / 10.80 = 53.60; (2129.27 − 2105.76) · 12 = 282.12, / 10.80 = 26.1222…
  it.each([
    [12, "578.88", "53.60", "282.12", "26.12"],
    [1, "48.24", "4.47", "23.51", "2.18"],
    [52, "2508.48", "232.27", "1222.52", "113.20"],
  ])(
    "%s times a year brings %s in their hand and %s less lost; the same way %s and %s",
    (times, more, less, moreSame, lessSame) => {
      const gains = gainsOf([best, same, now], now, times);
      expect(gains?.best).toMatchObject({ to: best, receivedMore: more, lostLess: less, isGain: true });
      expect(gains?.sameWay).toMatchObject({ to: same, receivedMore: moreSame, lostLess: lessSame, isGain: true });
    },
  );

  it("brings nothing to who has the best already, or one that is as good", () => {
    const twin = offer("twin", "2154.00");
    expect(gainsOf([best, twin], twin, 12)?.best).toMatchObject({ receivedMore: "0.00", isGain: false });
    expect(gainsOf([best, now], best, 12)?.best).toMatchObject({ to: best, isGain: false });
  });

  it("leaves the loss unsaid where no cost may be shown, and what arrives said", () => {
    const gains = gainsOf(
      [
        { ...best, cost: null },
        { ...now, cost: null },
      ],
      { ...now, cost: null },
      12,
    );
    expect(gains?.best).toMatchObject({ receivedMore: "578.88", lostLess: null, isGain: true });
  });

  it("names no same way where nobody knows the way", () => {
    const unknown = offer("unknown", "2100.00", { payIn: null });
    const other = offer("other", "2110.00", { payIn: null });
    expect(gainsOf([best, other, unknown], unknown, 1)?.sameWay).toBeNull();
  });

  it("counts whole units of a currency without smaller ones", () => {
    const answer = buildOffersAnswer({ offers: [offer("best", "131191"), offer("now", "129000")] });
    const corridor = { ...answer.corridor, id: "be-sn", receiveCountry: "SN", receiveCurrency: "XOF" };
    const reference = answer.reference && { ...answer.reference, quote: "XOF", value: "655.957" };
    const gains = yearlyGains({ ...answer, corridor, reference }, "now.bank_transfer.bank_deposit", 4);
    // 2191 · 4 = 8764 and 8764 / 655.957 = 13.3606…
    expect(gains?.best).toMatchObject({ receivedMore: "8764", lostLess: "13.36" });
  });

  it("is no question where the option is not on offer", () => {
    expect(gainsOf([best], now, 12)).toBeNull();
  });
});
