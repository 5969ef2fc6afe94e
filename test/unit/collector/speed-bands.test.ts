import { describe, expect, it } from "@jest/globals";
import { speedAfter, speedBetween, speedOfDays } from "../../../workers/collector/src/adapters/speed-bands.ts";

describe("speed bands", () => {
  it.each([
    ["2026-11-20T10:00:00Z", "2026-11-20T10:59:59Z", "less_than_one_hour"],
    ["2026-11-20T23:30:00Z", "2026-11-21T00:10:00Z", "less_than_one_hour"],
    ["2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", "same_day"],
    ["2026-11-20T23:00:00Z", "2026-11-21T01:00:00Z", "next_day"],
    ["2026-11-20T10:00:00Z", "2026-11-22T23:59:59Z", "two_days"],
    ["2026-11-20T10:00:00Z", "2026-11-23T00:00:00Z", "three_to_five_days"],
    ["2026-11-20T10:00:00Z", "2026-11-25T10:00:00Z", "three_to_five_days"],
    ["2026-11-20T10:00:00Z", "2026-11-26T00:00:00Z", "six_days_or_more"],
    ["2026-11-20T10:00:00Z", "2026-11-20T09:59:59Z", null],
  ])("counts hours, then calendar days, from %s to %s: %s", (sentAt, arrivesAt, speed) => {
    expect(speedBetween(sentAt, arrivesAt)).toBe(speed);
  });

  it.each([
    ["PT5M3S", "less_than_one_hour"],
    ["PT24H", "next_day"],
    ["P2DT1H30M", "two_days"],
    ["P7D", "six_days_or_more"],
    ["P1W", null],
    ["P1M", null],
  ])("reads the duration %s as %s", (duration, speed) => {
    expect(speedAfter("2026-11-20T10:00:00Z", duration)).toBe(speed);
  });

  it("knows a band for every number of days", () => {
    expect([0, 1, 2, 3, 5, 6, 30].map(speedOfDays)).toEqual([
      "same_day",
      "next_day",
      "two_days",
      "three_to_five_days",
      "three_to_five_days",
      "six_days_or_more",
      "six_days_or_more",
    ]);
  });
});
