import { describe, expect, it } from "@jest/globals";
import {
  Decimal,
  decimalText,
  displayPct,
  type RateRow,
  type ReferenceRate,
  selectReferenceRate,
} from "@openremit/shared/domain";
import { buildRateKnowledge, buildRow } from "../../../support/rate-knowledge.ts";

const today = "2026-11-18";
const yesterday = "2026-11-17";

function row(source: string, pair: string, value: string, observedOn = today, contributors = 10): RateRow {
  const [base = "", quote = ""] = pair.split("/");
  return buildRow({ source, base, quote, value, observedOn, contributors });
}

function select(pair: string, rows: readonly RateRow[], at = `${today}T18:00:00Z`): ReferenceRate {
  const [base = "", quote = ""] = pair.split("/");
  return selectReferenceRate({ base, quote, at: new Date(at) }, buildRateKnowledge(rows));
}

const valueText = ({ value }: ReferenceRate): string | null => (value === null ? null : decimalText(value));

const legsOf = ({ legs }: Pick<ReferenceRate, "legs">): string[] =>
  legs.map((leg) => `${leg.source} ${leg.base}/${leg.quote} ${decimalText(leg.value)} ${leg.observedOn} ${leg.how}`);

const candidatesOf = ({ candidates }: ReferenceRate): string[] =>
  candidates.map(({ source, outcome, lost, value }) => `${source} ${decimalText(value)} ${outcome} ${lost ?? "-"}`);

describe("how a reference rate is put together", () => {
  it("shows an inverted leg in the direction it is used", () => {
    const rate = select("USD/TRY", [row("ecb", "EUR/USD", "1.25"), row("ecb", "EUR/TRY", "50")]);
    expect(legsOf(rate)).toEqual([`ecb USD/EUR 0.8 ${today} inverted`, `ecb EUR/TRY 50 ${today} published`]);
    expect(valueText(rate)).toBe("40");
  });

  it("shows a parity with the day since which it holds", () => {
    const rate = select("USD/XOF", [row("ecb", "EUR/USD", "1.25")]);
    expect(legsOf(rate)).toEqual([`ecb USD/EUR 0.8 ${today} inverted`, "peg EUR/XOF 655.957 1999-01-01 peg"]);
    expect(rate).toMatchObject({ source: "ecb", layer: 1, observedOn: today, regime: "hard_peg" });
  });

  it("keeps every published digit and 20 of a derived figure", () => {
    const rows = [row("ecb", "EUR/TRY", "45.360000000000000000000001")];
    expect(valueText(select("EUR/TRY", rows))).toBe("45.360000000000000000000001");
    expect(valueText(select("TRY/EUR", [row("ecb", "EUR/TRY", "3")]))).toBe("0.33333333333333333333");
  });

  it("uses the figure above one where a source publishes both ways", () => {
    const rows = [row("frankfurter", "USD/MAD", "8"), row("frankfurter", "MAD/USD", "0.12")];
    expect(valueText(select("USD/MAD", rows))).toBe("8");
    expect(valueText(select("MAD/USD", rows))).toBe("0.125");
  });

  it("prefers legs of one day to the newest of each", () => {
    const rows = [
      row("frankfurter", "USD/EUR", "0.80", yesterday),
      row("frankfurter", "USD/EUR", "0.90"),
      row("frankfurter", "USD/MAD", "8", yesterday),
    ];
    expect(valueText(select("EUR/MAD", rows))).toBe("10");
  });

  it("takes a newer cross before an older published pair", () => {
    const rows = [row("frankfurter", "EUR/MAD", "10.7", yesterday), row("frankfurter", "USD/EUR", "0.8")];
    expect(valueText(select("EUR/MAD", [...rows, row("frankfurter", "USD/MAD", "8.6")]))).toBe("10.75");
  });

  it("never joins legs of two sources", () => {
    expect(select("EUR/MAD", [row("ecb", "EUR/USD", "1.25"), row("frankfurter", "USD/MAD", "8")])).toMatchObject({
      value: null,
      status: "none",
      reason: "no_source",
      candidates: [],
    });
  });

  it("joins monthly legs of one month only", () => {
    const rows = [row("inforeuro", "EUR/USD", "1.08", "2026-11-01"), row("inforeuro", "EUR/KES", "140", "2026-10-01")];
    expect(select("USD/KES", rows).reason).toBe("no_source");
  });

  it("ignores a source that no policy describes", () => {
    expect(select("EUR/TRY", [row("somebody", "EUR/TRY", "45")]).reason).toBe("no_source");
  });
});

describe("what becomes of the candidates", () => {
  it("names the winner, the usable and the lost with their reason", () => {
    const rate = select("EUR/TRY", [
      row("ecb", "EUR/TRY", "45.36"),
      row("frankfurter", "EUR/TRY", "45.40", today, 1),
      row("central-bank", "EUR/TRY", "45.10", "2026-11-09"),
      row("open-er-api", "EUR/TRY", "45.50"),
    ]);
    expect(candidatesOf(rate)).toEqual([
      "ecb 45.36 won -",
      "frankfurter 45.4 lost too_few_contributors",
      "central-bank 45.1 lost stale",
      "open-er-api 45.5 usable -",
    ]);
    expect(displayPct(rate.disagreementPct ?? new Decimal(0))).toBe("0.15");
  });

  it("has nothing to disagree with where one source answers", () => {
    expect(select("EUR/TRY", [row("ecb", "EUR/TRY", "45.36")]).disagreementPct).toBeNull();
  });

  it("falls back on a thin source's earlier row that had enough institutions", () => {
    const rows = [row("frankfurter", "EUR/MAD", "10.8", yesterday, 2), row("frankfurter", "EUR/MAD", "10.9", today, 1)];
    expect(select("EUR/MAD", rows)).toMatchObject({ observedOn: yesterday, missedPublications: 1 });
  });

  it("puts the last good rate before those that disagree today", () => {
    const rate = select("EUR/TRY", [
      row("ecb", "EUR/TRY", "45.30", yesterday),
      row("ecb", "EUR/TRY", "48.50"),
      row("open-er-api", "EUR/TRY", "45.50"),
    ]);
    expect(candidatesOf(rate)).toEqual([
      "ecb 45.3 won -",
      "ecb 48.5 lost disagreement",
      "open-er-api 45.5 lost disagreement",
    ]);
    expect(rate.flags).toEqual(["disagreement", "last_good_rate"]);
  });

  it("lists a jump that waits beside the row that answers for it", () => {
    const rate = select("EUR/TRY", [row("ecb", "EUR/TRY", "45.30", yesterday), row("ecb", "EUR/TRY", "55")]);
    expect(candidatesOf(rate)).toEqual(["ecb 45.3 won -", "ecb 55 lost jump_unconfirmed"]);
  });

  it("finds a jump inside a cross", () => {
    const rows = [row("frankfurter", "USD/EUR", "0.8", yesterday), row("frankfurter", "USD/EUR", "0.8")];
    const jump = [row("frankfurter", "USD/MAD", "8", yesterday), row("frankfurter", "USD/MAD", "80")];
    expect(select("EUR/MAD", [...rows, ...jump])).toMatchObject({ observedOn: yesterday, flags: ["jump_unconfirmed"] });
  });

  it("lets two sources that jump together confirm each other, a day apart", () => {
    const rate = select(
      "EUR/TRY",
      [
        row("ecb", "EUR/TRY", "45", "2026-11-16"),
        row("ecb", "EUR/TRY", "55", yesterday),
        row("open-er-api", "EUR/TRY", "45", yesterday),
        row("open-er-api", "EUR/TRY", "55.2"),
      ],
      `${today}T10:00:00Z`,
    );
    expect(candidatesOf(rate)).toEqual(["ecb 55 won -", "open-er-api 55.2 usable -"]);
  });

  it("leaves the gap filler out that no other confirms", () => {
    const rate = select("EUR/CDF", [row("open-er-api", "EUR/CDF", "3000"), row("other-gap-filler", "EUR/CDF", "3100")]);
    expect(candidatesOf(rate)).toEqual([
      "open-er-api 3000 lost gap_fillers_disagree",
      "other-gap-filler 3100 lost gap_fillers_disagree",
    ]);
  });

  it("does not hide an ageing rate because one gap filler stands beside it alone", () => {
    const rows = [row("ecb", "EUR/TRY", "45", "2026-11-12"), row("open-er-api", "EUR/TRY", "45.2")];
    expect(select("EUR/TRY", rows)).toMatchObject({ source: "ecb", status: "ageing", ageDays: 6, reason: null });
  });

  it("takes a monthly figure before one that would be hidden", () => {
    const rows = [row("inforeuro", "EUR/TRY", "44.8", "2026-11-01"), row("ecb", "EUR/TRY", "45", "2026-11-09")];
    expect(select("EUR/TRY", rows)).toMatchObject({ source: "inforeuro", status: "fresh", flags: ["monthly_rate"] });
  });

  it("keeps the official parity and says so where two sources leave it", () => {
    const rows = [row("frankfurter", "EUR/XOF", "700"), row("open-er-api", "EUR/XOF", "701")];
    expect(select("EUR/XOF", rows)).toMatchObject({ source: "peg", layer: 0, flags: ["peg_disputed"] });
    expect(select("EUR/XOF", rows.slice(1)).flags).toEqual([]);
  });

  it("hides nothing of a hidden rate but says why", () => {
    const rate = select("EUR/DZD", [row("frankfurter", "EUR/DZD", "145", "2026-11-13")]);
    expect(rate).toMatchObject({ status: "hidden", reason: "too_old", ageDays: 5, regime: "multiple" });
    expect(valueText(rate)).toBe("145");
  });
});
