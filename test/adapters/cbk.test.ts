import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { cbk } from "../../workers/collector/src/adapters/rates/cbk.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseTable = (change?: (body: string) => string) => cbk.parse([loadAnswer("cbk/table.json", change)]);

describe("cbk", () => {
  it("asks for the whole table at once", () => {
    expect(cbk.plan({ since: "2026-11-19", today: "2026-11-20" })).toEqual([
      {
        method: "POST",
        url: "https://www.centralbank.go.ke/wp-admin/admin-ajax.php?action=get_wdtable&table_id=193",
        headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
        body: "draw=1&start=0&length=-1",
      },
    ]);
  });

  it("keeps each row's published direction, divides hundreds out exactly and takes a repeated row once", () => {
    const on = { observedOn: "2026-11-20", contributors: 1 };
    expect(parseTable()).toEqual({
      rates: [
        { base: "USD", quote: "KES", value: "129.4107", observedOn: "2026-11-19", contributors: 1 },
        { ...on, base: "USD", quote: "KES", value: "129.3800" },
        { ...on, base: "EUR", quote: "KES", value: "150.2100" },
        { ...on, base: "KES", quote: "UGX", value: "27.6641" },
        { ...on, base: "KES", quote: "RWF", value: "11.2537" },
        { ...on, base: "JPY", quote: "KES", value: "0.877312" },
        { ...on, base: "CAD", quote: "KES", value: "92.7000" },
        { ...on, base: "AUD", quote: "KES", value: "84.8153" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  it("sets aside a day listed with two figures: nobody could say which holds", () => {
    const { rates, setAside } = parseTable((body) => body.replace("129.4107", "128.0000"));
    expect(rates.map(({ observedOn }) => observedOn)).not.toContain("2026-11-19");
    expect(setAside).toEqual([
      { code: "ambiguous_rate", subject: "USD/KES", detail: "two different figures for 2026-11-19" },
    ]);
  });

  it("sets aside a name it does not know and a row it cannot read, and keeps the rest", () => {
    const { rates, setAside } = parseTable((body) =>
      body
        .replace("CAN $", "ZAMBIAN KWACHA")
        .replace("84.8153", "N/A")
        .replace('20\\/11\\/2026", "EURO', '31\\/11\\/2026", "EURO'),
    );
    expect(rates).toHaveLength(5);
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([
      ["unreadable_row", "EURO"],
      ["unknown_currency", "ZAMBIAN KWACHA"],
      ["unreadable_row", "AUSTRALIAN $"],
    ]);
  });

  it("refuses a table cut short, whose newest rows would be missing", () => {
    expect(() => parseTable((body) => body.replace('"recordsTotal": "9"', '"recordsTotal": "11550"'))).toThrow(
      /9 rows of a table that has 11550/,
    );
  });

  it.each<[string, (body: string) => string]>([
    ["a table of other columns", (body) => body.replaceAll(/\["\d\d/g, '["KE", "20')],
    ["dates the other way round in every row", (body) => body.replaceAll(/(19|20)\\\/11\\\/2026/g, "2026-11-$1")],
    ["an empty table", () => '{"draw":1,"recordsTotal":"0","recordsFiltered":"0","data":[]}'],
    ["an error of the site", () => "0"],
    ["a page of HTML", () => "<!DOCTYPE html><html><body>Just a moment</body></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseTable(change)).toThrow(SourceShapeError);
  });
});
