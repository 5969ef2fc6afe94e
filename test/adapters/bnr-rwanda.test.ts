import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { bnrRwanda } from "../../workers/collector/src/adapters/rates/bnr-rwanda.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const address = (currency: string) =>
  `https://fxrates.bnr.rw/currency_history/?currency_name=${currency}&start_date=2026-11-18&end_date=2026-11-20`;
const parseDollar = (change?: (body: string) => string, currency = "USD") =>
  bnrRwanda.parse([loadAnswer("bnr-rwanda/usd.json", change, address(currency))]);

describe("bnr-rwanda", () => {
  it("asks for each of its sixteen currencies from the last known day on", () => {
    const requests = bnrRwanda.plan({ since: "2026-11-18", today: "2026-11-20" });
    expect(requests).toHaveLength(16);
    expect(requests[0]).toEqual({ method: "GET", url: address("USD"), headers: { accept: "application/json" } });
    expect(requests.map(({ url }) => new URL(url).searchParams.get("currency_name"))).toContain("BIF");
  });

  it("asks from the day that is known, and never further back than ninety days", () => {
    const starts = (since: string) =>
      new Set(
        bnrRwanda.plan({ since, today: "2026-11-20" }).map(({ url }) => new URL(url).searchParams.get("start_date")),
      );
    expect([...starts("2026-11-16")]).toEqual(["2026-11-16"]);
    expect([...starts("2020-01-01")]).toEqual(["2026-08-22"]);
  });

  it("reads the bank's average by its two-digit year, commas between thousands or not", () => {
    const on = { base: "USD", quote: "RWF", contributors: 1 };
    expect(parseDollar()).toEqual({
      rates: [
        { ...on, value: "1456.905", observedOn: "2026-11-19" },
        { ...on, value: "1457.1", observedOn: "2026-11-20" },
        { ...on, value: "1456.7125", observedOn: "2026-11-18" },
      ],
      setAside: [],
      proofs: [0, 0, 0],
    });
  });

  it("names the answer behind each rate, and takes a range without publication for none", () => {
    const dollars = loadAnswer("bnr-rwanda/usd.json", undefined, address("USD"));
    const { rates, proofs } = bnrRwanda.parse([
      loadAnswer("bnr-rwanda/empty.json", undefined, address("KES")),
      dollars,
    ]);
    expect([rates.length, proofs]).toEqual([3, [1, 1, 1]]);
  });

  it("refuses another currency than the one asked for", () => {
    expect(() => parseDollar(undefined, "EUR")).toThrow(/asked for EUR, answered for USD/);
  });

  it.each<[string, (body: string) => string]>([
    ["dates in another form", (body) => body.replaceAll(/(\d\d)-Nov-26/g, "2026-11-$1")],
    ["averages that are no figures", (body) => body.replaceAll(/"average_rate": "[^"]*"/g, '"average_rate": "-"')],
    ["a renamed field", (body) => body.replaceAll("average_rate", "mid_rate")],
    ["a body cut short", (body) => body.slice(0, 200)],
    ["an error in place of the list", () => '{"detail":"Not found."}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseDollar(change)).toThrow(SourceShapeError);
  });
});
