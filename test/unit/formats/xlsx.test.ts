import { describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { columnOf, fileOf, tableOf } from "../../support/export-table.ts";

const columns = [
  columnOf("id", "text", { isNullable: false }),
  columnOf("figure", "decimal", { unit: "send_currency" }),
  columnOf("offers", "integer"),
  columnOf("is_new", "boolean"),
  columnOf("at", "instant"),
  columnOf("day", "day", { words: ["2026-11-20"] }),
];

describe("XLSX", () => {
  it("holds real numbers, booleans and dates, and text for figures that a double would round", async () => {
    const file = await fileOf(
      "xlsx",
      tableOf(columns, [
        ["<a> & 'b'", "10.8100", "3", "true", "2026-11-20T12:00:00.000Z", "2026-11-20"],
        ["=1+1", "-0.1", null, "false", null, null],
        ["c", "10.81234567890123456", "0", null, null, "1999-01-04"],
        ["\u0001\uD800é", "123456789012345.00", null, null, null, null],
      ]),
    );
    const { sheets } = await readXlsx(file);
    expect(sheets.map(({ name }) => name)).toEqual(["samples", "codebook"]);
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    expect(sheets[0]?.rows).toEqual(
      [
        ["id", "figure", "offers", "is_new", "at", "day"],
        ["<a> & 'b'", 10.81, 3, true, "2026-11-20T12:00:00.000Z", day("2026-11-20")],
        ["=1+1", -0.1, null, false, null, null],
        ["c", "10.81234567890123456", 0, null, null, day("1999-01-04")],
        ["\uFFFD\uFFFDé", 123456789012345, null, null, null, null],
      ].map((row) => [...row]),
    );
  });

  it("explains every column in its codebook, and which figures are text", async () => {
    const { sheets } = await readXlsx(await fileOf("xlsx", tableOf(columns, [])));
    expect(sheets[0]?.rows).toEqual([["id", "figure", "offers", "is_new", "at", "day"]]);
    const rows = sheets[1]?.rows ?? [];
    expect(rows[0]?.slice(0, 2)).toEqual(["Samples", "Rows of a test."]);
    expect(rows.slice(3).map(([name]) => name)).toEqual(columns.map(({ name }) => name));
    expect(rows[4]?.slice(1, 5)).toEqual([
      expect.stringMatching(/^number; text where it has more than 15 significant digits/),
      "send_currency",
      true,
      "What figure means.",
    ]);
    expect(rows[8]?.[5]).toBe("2026-11-20");
  });

  it("is the same bytes for the same rows", async () => {
    const write = () => fileOf("xlsx", tableOf(columns, [["a", "1", null, null, null, null]]));
    expect((await write()).equals(await write())).toBe(true);
  });

  it("has no formula anywhere", async () => {
    const parts = unzipSync(
      await fileOf("xlsx", tableOf(columns, [["=cmd|'/c calc'!A0", "1", null, null, null, null]])),
    );
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toContain("=cmd|");
    expect(sheet).not.toContain("<f");
  });
});
