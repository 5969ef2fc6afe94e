import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Cell, Column } from "@openremit/shared/contracts";
import { columnOf, fileOf, tableOf } from "../../support/export-table.ts";

const columns = [
  columnOf("id", "text", { isNullable: false }),
  columnOf("figure", "decimal"),
  columnOf("offers", "integer"),
  columnOf("is_new", "boolean"),
  columnOf("seen_at", "instant"),
  columnOf("day", "day"),
];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "openremit-parquet-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** What DuckDB, which shares no code with the writer, reads. */
async function readBack(rows: readonly (readonly Cell[])[], sql: string, from: readonly Column[] = columns) {
  const path = join(directory, "samples.parquet");
  await writeFile(path, await fileOf("parquet", tableOf(from, rows)));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  const reader = await connection.runAndReadAll(sql.replace("samples", `'${path}'`));
  const found = reader.getRowsJson();
  connection.closeSync();
  return found;
}

describe("Parquet", () => {
  it("has typed decimals, timestamps, days, numbers and booleans", async () => {
    expect(
      await readBack([["a", "1", "1", "true", "2026-11-20T12:00:00.000Z", "2026-11-20"]], "describe from samples"),
    ).toEqual(
      [
        ["id", "VARCHAR"],
        ["figure", "DECIMAL(38,18)"],
        ["offers", "INTEGER"],
        ["is_new", "BOOLEAN"],
        ["seen_at", "TIMESTAMP WITH TIME ZONE"],
        ["day", "DATE"],
      ].map((column) => expect.arrayContaining(column)),
    );
  });

  it("keeps every digit, both signs, both ends of the range, and what is unknown", async () => {
    const figures = [
      "10.8123",
      "-10.8123",
      "0",
      "-0.000000000000000001",
      "0.10",
      "99999999999999999999.999999999999999999",
      "-99999999999999999999.999999999999999999",
      "10.8100000000000000000000",
    ];
    const rows: (readonly Cell[])[] = figures.map((figure, index) => [
      `q${index}`,
      figure,
      `${index - 3}`,
      "false",
      null,
      null,
    ]);
    rows.push(["last", null, null, null, null, null]);
    const read = await readBack(rows, "select figure::varchar, offers, is_new from samples");
    expect(
      read.map(
        ([figure]) =>
          figure &&
          String(figure)
            .replace(/\.?0+$/, "")
            .replace(/^(-?)$/, "0"),
      ),
    ).toEqual([...figures, null].map((figure) => figure?.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") ?? null));
    expect(read.map(([, offers]) => offers)).toEqual([...figures.map((_, index) => index - 3), null]);
  });

  it("keeps moments to the millisecond, before and after 1970, and days", async () => {
    const moments = ["2026-11-20T12:34:56.789Z", "1969-12-31T23:59:59.999Z", "1999-01-04T00:00:00.000Z"];
    const rows = moments.map((at, index) => [`q${index}`, null, null, null, at, at.slice(0, 10)]);
    const sql = "select strftime(seen_at, '%Y-%m-%dT%H:%M:%S.%gZ'), day::varchar from samples";
    expect(await readBack(rows, sql)).toEqual(moments.map((at) => [at, at.slice(0, 10)]));
  });

  it("is whole over many row groups, in order, and without a row", async () => {
    const rows = Array.from({ length: 25_001 }, (_, index): Cell[] => [
      `q${index}`,
      `${index}.5`,
      `${index}`,
      index % 2 === 0 ? "true" : "false",
      new Date(index * 1_000).toISOString(),
      "2026-11-20",
    ]);
    const sql =
      "select count(*)::integer, sum(figure)::varchar, max(seen_at)::varchar, sum(cast(is_new as integer))::integer, bool_and(id = 'q' || offers) from samples";
    expect(await readBack(rows, sql)).toEqual([
      [25_001, "312525000.500000000000000000", "1970-01-01 06:56:40+00", 12_501, true],
    ]);
    expect(await readBack([], "select count(*)::integer from samples")).toEqual([[0]]);
  });

  it("keeps columns that are ids for a while and then settle, and the other way round", async () => {
    const from = [columnOf("first", "text"), columnOf("later", "decimal"), columnOf("n", "integer")];
    const rows = Array.from({ length: 90_000 }, (_, n): Cell[] => [
      n < 10_000 ? `é${n}` : n % 3 === 0 ? null : "wise",
      n < 80_000 ? `${n % 5}.25` : `-${n}.125`,
      `${n}`,
    ]);
    const sql = `select
      bool_and(first is not distinct from case when n < 10000 then 'é' || n when n % 3 = 0 then null else 'wise' end),
      bool_and(later = case when n < 80000 then n % 5 + 0.25 else -n - 0.125 end), count(*)::integer from samples`;
    expect(await readBack(rows, sql, from)).toEqual([[true, true, 90_000]]);
  });

  it("rounds places beyond the eighteenth, ties away from zero", async () => {
    const figures = ["0.0000000000000000005", "-10.1234567890123456785", "0.00000000000000000049"];
    const rows = figures.map((figure, index) => [`q${index}`, figure, null, null, null, null]);
    expect((await readBack(rows, "select figure::varchar from samples")).flat()).toEqual([
      "0.000000000000000001",
      "-10.123456789012345679",
      "0.000000000000000000",
    ]);
  });

  it("refuses a figure that is too large, and a cell that must not be empty", async () => {
    const write = (row: readonly Cell[]) => fileOf("parquet", tableOf(columns, [row]));
    for (const figure of ["100000000000000000000", "-99999999999999999999.9999999999999999995"]) {
      await expect(write(["a", figure, null, null, null, null])).rejects.toThrow(/does not fit into a decimal/);
    }
    await expect(write([null, null, null, null, null, null])).rejects.toThrow("id is empty, and never may be");
  });
});
