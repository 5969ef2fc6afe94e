import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { columnOf, fileOf, tableOf } from "../../support/export-table.ts";

const columns = [columnOf("name", "text"), columnOf("figure", "decimal"), columnOf("is_new", "boolean")];

describe("CSV", () => {
  it("is RFC 4180 in UTF-8: CRLF after every line, quotes only where needed, nothing for what is unknown", async () => {
    const rows = [
      ["plain", "10.50", "true"],
      ['says "yes", twice', null, "false"],
      ["two\nlines\r\nin one", "-0.10", null],
      [null, null, null],
      ["درهم ₿ 🦜", "0.000000000000000001", "true"],
    ];
    const file = (await fileOf("csv", tableOf(columns, rows))).toString("utf8");
    expect(file).toBe(
      [
        "name,figure,is_new",
        "plain,10.50,true",
        '"says ""yes"", twice",,false',
        '"two\nlines\r\nin one",-0.10,',
        ",,",
        "درهم ₿ 🦜,0.000000000000000001,true",
        "",
      ].join("\r\n"),
    );
    expect(parse(file, { from_line: 2 })).toEqual(rows.map((row) => row.map((cell) => cell ?? "")));
  });

  it("is read back as it was where a text holds a line feed or a carriage return alone", async () => {
    const rows: [string, string, string][] = [
      ["a\nb", "1", "true"],
      ["c\rd", "2", "false"],
      ["plain", "3", "true"],
    ];
    const file = await fileOf("csv", tableOf(columns, rows));
    expect(file.toString()).toBe('name,figure,is_new\r\n"a\nb",1,true\r\n"c\rd",2,false\r\nplain,3,true\r\n');
    const directory = mkdtempSync(join(tmpdir(), "openremit-csv-"));
    const path = join(directory, "samples.csv");
    writeFileSync(path, file);
    const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
    const read = await duckdb.runAndReadAll(`select * from read_csv('${path}', all_varchar = true)`);
    expect(read.getRowsJson()).toEqual(rows);
    duckdb.closeSync();
    rmSync(directory, { recursive: true });
  });

  it("has its header where there are no rows", async () => {
    expect((await fileOf("csv", tableOf(columns, []))).toString()).toBe("name,figure,is_new\r\n");
  });

  it("puts an apostrophe before text that a spreadsheet would run, never before a figure", async () => {
    const starts = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
    const rows = starts.map((start) => [`${start}HYPERLINK("http://evil.example")`, "-1.5", null]);
    const read = parse(await fileOf("csv", tableOf(columns, rows)), { from_line: 2 }) as string[][];
    expect(read.map(([name]) => name)).toEqual(rows.map(([name]) => `'${name}`));
    expect(new Set(read.map(([, figure]) => figure))).toEqual(new Set(["-1.5"]));
    const harmless = ["a=1", " =1", "1-2", "'=1"].map((text) => [text, "-2", "true"]);
    expect(parse(await fileOf("csv", tableOf(columns, harmless)), { from_line: 2 })).toEqual(harmless);
  });
});

describe("NDJSON", () => {
  it("is one object a line, figures as published digits, counts as numbers", async () => {
    const wide = [...columns, columnOf("offers", "integer"), columnOf("day", "day")];
    const file = await fileOf(
      "ndjson",
      tableOf(wide, [
        ["=a\n", "10.50", "true", "3", "2026-11-20"],
        [null, null, null, null, null],
      ]),
    );
    expect(file.toString()).toBe(
      '{"name":"=a\\n","figure":"10.50","is_new":true,"offers":3,"day":"2026-11-20"}\n' +
        '{"name":null,"figure":null,"is_new":null,"offers":null,"day":null}\n',
    );
  });
});
