import { describe, expect, it } from "@jest/globals";
import { missedPublications, type PublicationCalendar } from "@openremit/shared/domain";

const targetClosedOn = new Set(["2026-04-03", "2026-04-06", "2026-12-25"]);

function missed(calendar: PublicationCalendar, observedOn: string, at: string, atUtc = "15:00"): number {
  return missedPublications({ publication: { calendar, atUtc }, observedOn, at: new Date(at), targetClosedOn });
}

describe("missed publications", () => {
  it("counts today's only from its hour on", () => {
    expect(missed("target", "2026-11-17", "2026-11-18T14:59:59Z")).toBe(0);
    expect(missed("target", "2026-11-17", "2026-11-18T15:00:00Z")).toBe(1);
  });

  it("does not count weekends on working-day calendars", () => {
    expect(missed("target", "2026-11-20", "2026-11-22T23:00:00Z")).toBe(0);
    expect(missed("weekdays", "2026-11-20", "2026-11-22T23:00:00Z")).toBe(0);
    expect(missed("daily", "2026-11-20", "2026-11-22T23:00:00Z")).toBe(2);
  });

  it("does not count TARGET closing days for the ECB, and counts them for others", () => {
    expect(missed("target", "2026-04-02", "2026-04-06T18:00:00Z")).toBe(0);
    expect(missed("target", "2026-04-02", "2026-04-07T18:00:00Z")).toBe(1);
    expect(missed("weekdays", "2026-04-02", "2026-04-06T18:00:00Z")).toBe(2);
  });

  it("counts a closing day on which a figure would have been due today as nothing", () => {
    expect(missed("target", "2026-12-24", "2026-12-25T18:00:00Z")).toBe(0);
  });

  it("counts the first of the month for monthly figures", () => {
    expect(missed("monthly", "2026-11-01", "2026-11-30T18:00:00Z")).toBe(0);
    expect(missed("monthly", "2026-11-01", "2026-12-01T14:00:00Z")).toBe(0);
    expect(missed("monthly", "2026-11-01", "2026-12-01T15:00:00Z")).toBe(1);
    expect(missed("monthly", "2026-10-17", "2027-01-02T00:00:00Z")).toBe(3);
  });

  it("is nothing for a row of today or later", () => {
    expect(missed("daily", "2026-11-18", "2026-11-18T23:00:00Z")).toBe(0);
    expect(missed("daily", "2026-11-20", "2026-11-18T23:00:00Z")).toBe(0);
  });

  it("counts across years", () => {
    expect(missed("target", "2025-12-31", "2026-12-31T18:00:00Z")).toBe(258);
  });
});
