import { describe, expect, it } from "@jest/globals";
import { createMarket, createMarkets } from "../../../services/sandbox/src/model/market.ts";

describe("the markets of one seed", () => {
  it("are at every moment what they are for whoever asks only once", () => {
    const marketAt = createMarkets("test");
    const moments = ["20T09:00", "20T09:30", "20T17:00", "21T09:00", "20T09:00"].map(
      (time) => new Date(`2026-11-${time}:00Z`),
    );
    const rateOf = (market: ReturnType<typeof marketAt>, at: Date) => [
      market.liveMid("EUR", "MAD").toString(),
      market.dayMid("USD", "PHP", "2026-11-13").toString(),
      market.noise(`label ${at.getUTCHours()}`).toString(),
    ];
    const kept = moments.map((at) => rateOf(marketAt(at), at));
    expect(kept).toEqual(moments.map((at) => rateOf(createMarket("test", at), at)));
    expect(new Set(kept.map(String)).size).toBe(3);
  });
});
