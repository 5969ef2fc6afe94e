import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createReading, readSurvey } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";
import { copiedColumns, copyLine, type Database, type SurveyRowToStore } from "@openremit/shared/storage";
import { from as copyFrom } from "pg-copy-streams";

/** The rows of a file, parsed. */
export async function readRows(path: string): Promise<readonly (readonly SurveyRowToStore[])[]> {
  const { countries } = loadCatalog("config");
  const context = { tellDone: () => undefined, knownIds: async () => [] };
  const batches: (readonly SurveyRowToStore[])[] = [];
  for await (const rows of readSurvey(path, { ...context, countries }, createReading())) {
    batches.push(rows);
  }
  return batches;
}

/**
 * The least one can do with parsed rows: one COPY, as one transaction, into a table with the columns, the key and the
 * index of the record's own (`all`), or with its columns alone (`nothing`). Seconds.
 */
export async function copyBare(
  { pool }: Database,
  batches: readonly (readonly SurveyRowToStore[])[],
  including: "all" | "nothing",
): Promise<number> {
  await pool.query(
    `create table bare_services (like survey_services including ${including === "all" ? "all" : "defaults"})`,
  );
  await pool.query("alter table bare_services alter column revision set default 1");
  await pool.query("alter table bare_services alter column file_sha256 set default 'bench'");
  const client = await pool.connect();
  const startedAt = performance.now();
  const lines = Readable.from(linesOf(batches));
  await pipeline(lines, client.query(copyFrom(`copy bare_services (${copiedColumns}) from stdin`)));
  const seconds = (performance.now() - startedAt) / 1_000;
  client.release();
  await pool.query("drop table bare_services");
  return seconds;
}

function* linesOf(batches: readonly (readonly SurveyRowToStore[])[]): Generator<string> {
  for (const rows of batches) yield rows.map((row) => `${copyLine(row)}\n`).join("");
}
