import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { SurveyFile } from "../../contracts/index.ts";
import type { Database } from "../postgres/database.ts";
import { copiedColumns, copyLine, type SurveyRowToStore } from "./survey-columns.ts";

/** What is known of a file once it was read to its end. */
export type ReadSurveyFile = Omit<SurveyFile, "servicesStored" | "servicesRevised">;

const prepare = `
create temp table survey_staging (like survey_services) on commit drop;
alter table survey_staging drop column revision, drop column file_sha256;
set local synchronous_commit = off;
`;

/** What a row of the file is to the record: new, revised, or known already. */
const merge = `
with added as (
  insert into survey_services (${copiedColumns}, revision, file_sha256)
  select ${prefixed("staged")}, coalesce(known.revision, 0) + 1, $1
  from survey_staging staged left join lateral (
    select s.revision, s.value_hash from survey_services s
    where s.period = staged.period and s.survey_id = staged.survey_id
    order by s.revision desc limit 1
  ) known on true
  where known.value_hash is distinct from staged.value_hash
  returning revision
)
select count(*) filter (where revision = 1)::integer as stored,
  count(*) filter (where revision > 1)::integer as revised
from added
`;

const note = `
insert into survey_files (sha256, reader_version, name, layouts, rows_read, rows_refused, services_read, services_stored,
  services_revised, flagged, imported_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
`;

/**
 * Stores a file of the survey in one transaction: all of it, or, where `batches` or `finish` throws, nothing. A service
 * that says what it said before changes nothing; one that says something new becomes a revision.
 *
 * @param finish tells what the file was, after its last row.
 */
export async function recordSurvey(
  database: Database,
  batches: AsyncIterable<readonly SurveyRowToStore[]>,
  finish: () => ReadSurveyFile,
): Promise<SurveyFile> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query(prepare);
    const copy = client.query(copyFrom(`copy survey_staging (${copiedColumns}) from stdin`));
    await pipeline(Readable.from(copyChunks(batches), { objectMode: true, highWaterMark: 2 }), copy);
    const file = finish();
    const recorded = await mergeFile(client, file);
    await client.query("commit");
    client.release();
    return recorded;
  } catch (error) {
    // The connection may be in the middle of a copy: it is closed, and with it everything that was not committed.
    client.release(true);
    throw error;
  }
}

async function mergeFile(client: PoolClient, file: ReadSurveyFile): Promise<SurveyFile> {
  const { rows } = await client.query<{ stored: number; revised: number }>(merge, [file.sha256]);
  const { stored = 0, revised = 0 } = rows[0] ?? {};
  await client.query(note, [
    file.sha256,
    file.readerVersion,
    file.name,
    file.layouts,
    file.rowsRead,
    file.rowsRefused,
    file.servicesRead,
    stored,
    revised,
    JSON.stringify(file.flagged),
    file.importedAt,
  ]);
  return { ...file, servicesStored: stored, servicesRevised: revised };
}

async function* copyChunks(batches: AsyncIterable<readonly SurveyRowToStore[]>): AsyncGenerator<Buffer> {
  for await (const rows of batches) yield Buffer.from(rows.map(copyLine).join(""), "utf8");
}

function prefixed(table: string): string {
  return copiedColumns
    .split(", ")
    .map((column) => `${table}.${column}`)
    .join(", ");
}
