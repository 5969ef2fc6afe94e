import { describe, expect, it } from "@jest/globals";
import { instantOfLocal } from "../../../services/web/src/pages/observe/local-time.ts";

describe("the instant of a local time", () => {
  it.each([
    ["2026-11-23", "15:30", "Europe/Brussels", "2026-11-23T14:30:00.000Z"],
    ["2026-07-01", "00:10", "Europe/Brussels", "2026-06-30T22:10:00.000Z"],
    ["2026-07-01", "00:10", "America/New_York", "2026-07-01T04:10:00.000Z"],
    ["2026-07-01", "12:00", "Asia/Kathmandu", "2026-07-01T06:15:00.000Z"],
  ])("%s %s in %s is %s", (day, time, zone, instant) => {
    expect(instantOfLocal(day, time, zone)).toBe(instant);
  });

  it("is one also for an hour that comes twice, or never", () => {
    expect(instantOfLocal("2026-10-25", "02:30", "Europe/Brussels")).toBe("2026-10-25T00:30:00.000Z");
    expect(instantOfLocal("2026-03-29", "02:30", "Europe/Brussels")).toBe("2026-03-29T01:30:00.000Z");
  });

  it.each([
    ["", "12:00"],
    ["2026-11-23", ""],
    ["2026-02-31", "12:00"],
    ["2026-11-23", "25:00"],
    ["yesterday", "noon"],
  ])("is none of %j %j", (day, time) => {
    expect(instantOfLocal(day, time, "Europe/Brussels")).toBeNull();
  });
});
