import { describe, expect, it } from "@jest/globals";
import { barWidth } from "../../../services/web/src/format/bar-width.ts";
import { createFormats } from "../../../services/web/src/format/money.ts";
import { sortCorridors } from "../../../services/web/src/sort-corridors.ts";
import { corridorOf } from "../../support/quote-task.ts";

const formats = createFormats("en");

describe("figures for people", () => {
  it.each([
    ["2118.60", "EUR", "€2,118.60"],
    ["-3.83", "EUR", "-€3.83"],
    ["1234567", "XOF", "F CFA 1,234,567"],
    ["90071992547409931.25", "EUR", "€90,071,992,547,409,931.25"],
  ])("write %s %s as %s, every digit as it is", (amount, currency, text) => {
    expect(formats.money(amount, currency).replaceAll(/[\u00a0\u202f]/g, " ")).toBe(text);
  });

  it.each([
    ["1.9", "1.90 %"],
    ["-0.41", "-0.41 %"],
    ["0.00", "0.00 %"],
  ])("write %s per cent as %s", (pct, text) => {
    expect(formats.percent(pct)).toBe(text);
  });

  it.each([
    ["2026-11-23T11:59:50Z", "this minute"],
    ["2026-11-23T11:48:00Z", "12 minutes ago"],
    ["2026-11-23T09:00:00Z", "3 hours ago"],
    ["2026-11-22T10:00:00Z", "26 hours ago"],
    ["2026-11-20T12:00:00Z", "3 days ago"],
  ])("say %s at noon of the 23rd as %s", (then, text) => {
    expect(formats.ago(then, new Date("2026-11-23T12:00:00Z"))).toBe(text);
  });

  it("name countries and currencies shortly", () => {
    expect(["BE", "CI"].map(formats.country)).toEqual(["Belgium", "Côte d’Ivoire"]);
    expect(["EUR", "GBP", "CAD", "CHF"].map(formats.currencySymbol)).toEqual(["€", "£", "CA$", "CHF"]);
  });
});

describe("the width of a bar", () => {
  it.each([
    ["0.00", 0],
    ["-1.20", 0],
    ["2.50", 25],
    ["10.00", 100],
    ["37.10", 100],
  ])("of %s per cent is %d of 100", (pct, width) => {
    expect(barWidth(pct)).toBe(width);
  });
});

describe("the corridors to choose from", () => {
  it("go by the names of their countries, the usual currency of one country first", () => {
    const keys = ["fr-ma:EUR-MAD", "be-tr:EUR-TRY", "es-ph:EUR-PHP", "be-cd:EUR-USD", "be-cd:EUR-CDF", "be-sn:EUR-XOF"];
    const sorted = sortCorridors(keys.map(corridorOf), formats);
    expect(sorted.map(({ id, receiveCurrency }) => `${id} ${receiveCurrency}`)).toEqual([
      "be-cd USD",
      "be-cd CDF",
      "be-sn XOF",
      "be-tr TRY",
      "fr-ma MAD",
      "es-ph PHP",
    ]);
  });
});
