import { describe, expect, it } from "@jest/globals";
import { type RateRow, type RateVerdict, validateRates } from "@openremit/shared/domain";
import { buildRateKnowledge, buildRow } from "../../../support/rate-knowledge.ts";

const at = new Date("2026-11-18T18:00:00Z");
const ecb = (observedOn: string, value: string): RateRow =>
  buildRow({ source: "ecb", base: "EUR", quote: "USD", value, observedOn });
const gapFiller = (quote: string, value: string, observedOn = "2026-11-18", base = "USD"): RateRow =>
  buildRow({ source: "open-er-api", base, quote, value, observedOn });

function verdicts(rows: readonly RateRow[], known: readonly RateRow[] = []): string[] {
  return validateRates({ rows, at, knowledge: buildRateKnowledge(known) }).map(textOf);
}

function textOf({ row, verdict, fault }: RateVerdict): string {
  return `${row.base}/${row.quote} ${row.observedOn} ${verdict} ${fault ?? "-"}`;
}

describe("validating published rates", () => {
  it("accepts a sound row", () => {
    expect(verdicts([gapFiller("MAD", "9.25")])).toEqual(["USD/MAD 2026-11-18 accepted -"]);
  });

  it("refuses codes that ISO 4217 does not know", () => {
    expect(verdicts([gapFiller("ZZZ", "1")])).toEqual(["USD/ZZZ 2026-11-18 refused unknown_currency"]);
  });

  it("refuses money that has ceased to be, and takes it for days when it was", () => {
    expect(verdicts([gapFiller("HRK", "6.9"), gapFiller("HRK", "6.9", "2022-11-18")])).toEqual([
      "USD/HRK 2026-11-18 refused currency_not_alive",
      "USD/HRK 2022-11-18 accepted -",
    ]);
  });

  it("refuses zero", () => {
    expect(verdicts([gapFiller("MAD", "0")])).toEqual(["USD/MAD 2026-11-18 refused not_positive"]);
  });

  it("accepts the day after tomorrow and refuses the day after that", () => {
    expect(verdicts([gapFiller("MAD", "9.25", "2026-11-20"), gapFiller("MAD", "9.25", "2026-11-21")])).toEqual([
      "USD/MAD 2026-11-20 accepted -",
      "USD/MAD 2026-11-21 refused future_day",
    ]);
  });

  it("refuses a day of a file whose implied euro-dollar is over 0.7 % off the ECB's", () => {
    const known = [ecb("2026-11-17", "1.0800")];
    expect(verdicts([gapFiller("EUR", "1.0800"), gapFiller("MAD", "9.25")], known)).toEqual([
      "USD/EUR 2026-11-18 refused eur_usd_off",
      "USD/MAD 2026-11-18 refused eur_usd_off",
    ]);
    expect(verdicts([gapFiller("EUR", "0.9200"), gapFiller("MAD", "9.25")], known)).toEqual([
      "USD/EUR 2026-11-18 accepted -",
      "USD/MAD 2026-11-18 accepted -",
    ]);
  });

  it("finds the euro-dollar of a source that quotes everything in its own money", () => {
    const known = [ecb("2026-11-18", "1.0800")];
    const file = [gapFiller("KES", "129.20"), gapFiller("KES", "1.3955", "2026-11-18", "EUR")];
    expect(verdicts(file, known)).toEqual([
      "USD/KES 2026-11-18 refused eur_usd_off",
      "EUR/KES 2026-11-18 refused eur_usd_off",
    ]);
  });

  it("judges a day without euro-dollar by the file's nearest day with one", () => {
    const known = [ecb("2026-11-17", "1.0800"), ecb("2026-11-18", "1.0800")];
    const file = [gapFiller("EUR", "1.0800"), gapFiller("MAD", "9.25", "2026-11-17")];
    expect(verdicts(file, known)).toEqual([
      "USD/EUR 2026-11-18 refused eur_usd_off",
      "USD/MAD 2026-11-17 refused eur_usd_off",
    ]);
  });

  it("does not judge by an ECB figure more than four days older", () => {
    expect(verdicts([gapFiller("EUR", "1.0800")], [ecb("2026-11-13", "1.0800")])).toEqual([
      "USD/EUR 2026-11-18 accepted -",
    ]);
  });

  it("lets a jump of over 10 % wait until a second source confirms it", () => {
    const before = gapFiller("NGN", "1500", "2026-11-17");
    const jump = gapFiller("NGN", "1651");
    expect(verdicts([gapFiller("NGN", "1650")], [before])).toEqual(["USD/NGN 2026-11-18 accepted -"]);
    expect(verdicts([jump], [before])).toEqual(["USD/NGN 2026-11-18 waits jump_unconfirmed"]);
    const second = buildRow({
      source: "central-bank",
      base: "USD",
      quote: "NGN",
      value: "1660",
      observedOn: "2026-11-18",
    });
    expect(verdicts([jump], [before, second])).toEqual(["USD/NGN 2026-11-18 accepted -"]);
  });

  it("measures the way back from a jump against the level before it", () => {
    const file = [
      gapFiller("NGN", "1500", "2026-11-16"),
      gapFiller("NGN", "15", "2026-11-17"),
      gapFiller("NGN", "1510"),
    ];
    expect(verdicts(file)).toEqual([
      "USD/NGN 2026-11-16 accepted -",
      "USD/NGN 2026-11-17 waits jump_unconfirmed",
      "USD/NGN 2026-11-18 accepted -",
    ]);
  });

  it("takes a level that has stood for ten publications", () => {
    const file = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((day) =>
      gapFiller("NGN", day === "01" ? "1000" : "1500", `2026-11-${day}`),
    );
    const waiting = verdicts(file).filter((text) => text.includes("waits"));
    expect(waiting).toHaveLength(10);
    expect(verdicts(file).at(-1)).toBe("USD/NGN 2026-11-12 accepted -");
  });

  it("says nothing of jumps where a day's figure is revised", () => {
    const known = [gapFiller("NGN", "150", "2026-11-18"), gapFiller("NGN", "1500", "2026-11-17")];
    expect(verdicts([gapFiller("NGN", "1505")], known)).toEqual(["USD/NGN 2026-11-18 accepted -"]);
  });
});
