import { describe, expect, it } from "@jest/globals";
import { nextFreshnessChange, type QuoteAge, quoteFreshness } from "@openremit/shared/domain";

const observedAt = new Date("2026-07-02T12:00:00Z");
const at = (now: string, age: Partial<QuoteAge> = {}): QuoteAge => ({
  observedAt,
  now: new Date(now),
  expectedIntervalMinutes: 60,
  sourceKind: "direct",
  ...age,
});

describe("the freshness of a quote", () => {
  it.each([
    ["2026-07-02T11:00:00Z", "ageing"],
    ["2026-07-02T11:54:59.999Z", "ageing"],
    ["2026-07-02T11:55:00Z", "fresh"],
    ["2026-07-02T13:00:00Z", "fresh"],
    ["2026-07-02T13:00:00.001Z", "ageing"],
    ["2026-07-03T12:00:00Z", "ageing"],
    ["2026-07-03T12:00:00.001Z", "stale"],
    ["2026-07-16T12:00:00Z", "stale"],
    ["2026-07-16T12:00:00.001Z", "expired"],
  ])("at %s is %s", (now, state) => {
    expect(quoteFreshness(at(now))).toBe(state);
  });

  it("ends after 24 hours, however rarely the source is asked", () => {
    const weekly = { expectedIntervalMinutes: 7 * 24 * 60 };
    expect(quoteFreshness(at("2026-07-03T12:00:00Z", weekly))).toBe("fresh");
    expect(quoteFreshness(at("2026-07-03T12:00:00.001Z", weekly))).toBe("stale");
  });

  it.each([
    ["2026-08-06T12:00:00Z", "ageing"],
    ["2026-08-06T12:00:00.001Z", "stale"],
    ["2026-08-20T12:00:00Z", "stale"],
    ["2026-08-20T12:00:00.001Z", "expired"],
  ])("of a tariff reviewed on 2 July is, at %s, %s", (now, state) => {
    expect(quoteFreshness(at(now, { sourceKind: "tariff", expectedIntervalMinutes: 24 * 60 }))).toBe(state);
  });

  it("changes next at the first instant that says something else", () => {
    let age = at("2026-07-02T11:00:00Z");
    const seen: string[] = [];
    for (let change = nextFreshnessChange(age); change !== null; change = nextFreshnessChange(age)) {
      const before = quoteFreshness({ ...age, now: new Date(change.getTime() - 1) });
      age = { ...age, now: change };
      seen.push(`${before} until ${change.toISOString()} then ${quoteFreshness(age)}`);
    }
    expect(seen).toEqual([
      "ageing until 2026-07-02T11:55:00.000Z then fresh",
      "fresh until 2026-07-02T13:00:00.001Z then ageing",
      "ageing until 2026-07-03T12:00:00.001Z then stale",
      "stale until 2026-07-16T12:00:00.001Z then expired",
    ]);
  });
});
