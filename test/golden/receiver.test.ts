import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { minorUnits, moneyText, parseDecimal, receiverLineAmount } from "@openremit/shared/domain";
import { cell, readRows } from "./pricing/read-rows.ts";

const catalog = loadCatalog("config");
const lines = [...catalog.corridors.values()].flatMap((corridor) => catalog.receiverLinesOf(corridor));

const rows = readRows("../receiver/rows.csv");

/** The project's own lines at amounts a person can look up in their sources; no amount where the source gives none. */
describe("the receiver's side of what was received (METHOD 6)", () => {
  it.each(rows)("$line takes or gives $amount of $received", (row) => {
    const currency = cell(row, "currency");
    const line = lines.find((candidate) => candidate.id === cell(row, "line") && candidate.currency === currency);
    const found = line && receiverLineAmount(line, parseDecimal(cell(row, "received")), minorUnits(currency));
    expect(line).toBeDefined();
    expect(found ? moneyText(found, currency) : "").toBe(cell(row, "amount"));
  });

  it("has a row for every line in config", () => {
    expect(new Set(rows.map((row) => cell(row, "line")))).toEqual(new Set(lines.map(({ id }) => id)));
  });
});
