import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { SurveyFile } from "../../contracts/index.ts";
import type { Database } from "../postgres/database.ts";
import { readAhead } from "./read-ahead.ts";
import { copiedColumns, copyLine, type SurveyRowToStore } from "./survey-columns.ts";

/** Batches waiting for the database: enough that neither it nor the reader waits for the other. */
const batchesAhead = 4;

/** What is known of a file once it was read to its end. */
export type ReadSurveyFile = Omit<SurveyFile, "sha256" | "servicesStored" | "servicesRevised">;

/**
 * One import at a time, so that no two give the same revision. Rows are looked up by their key one by one: a plan made
 * for a table that was empty then would scan it for each row.
 */
const prepare = `
lock table survey_services in share row exclusive mode;
create temp table survey_staging (like survey_services) on commit drop;
alter table survey_staging drop column revision, drop column file_sha256, drop column recorded_at;
set local enable_seqscan = off;
set local enable_bitmapscan = off;
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
 * that says what it said before changes nothing; one that says something new becomes a revision. While the database
 * works on one batch, the next one is read.
 *
 * @param sha256 of the file's bytes.
 * @param finish tells what the file was, after its last row.
 */
export async function recordSurvey(
  database: Database,
  sha256: string,
  batches: AsyncIterable<readonly SurveyRowToStore[]>,
  finish: () => ReadSurveyFile,
): Promise<SurveyFile> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query(prepare);
    const known = await client.query("select from survey_services limit 1");
    const storeBatch = known.rows.length === 0 ? copyBatch : mergeBatch;
    const counts = { stored: 0, revised: 0 };
    for await (const rows of readAhead(batches, batchesAhead)) {
      const { stored, revised } = await storeBatch(client, sha256, rows);
      counts.stored += stored;
      counts.revised += revised;
    }
    const file = { ...finish(), sha256, servicesStored: counts.stored, servicesRevised: counts.revised };
    await noteFile(client, file);
    await client.query("commit");
    client.release();
    return file;
  } catch (error) {
    // The connection may be in the middle of a copy: it is closed, and with it everything that was not committed.
    client.release(true);
    throw error;
  }
}

interface Counts {
  readonly stored: number;
  readonly revised: number;
}

/** Into an empty record: every row is new, and goes where it belongs at once. */
async function copyBatch(client: PoolClient, sha256: string, rows: readonly SurveyRowToStore[]): Promise<Counts> {
  await copyLines(client, `survey_services (${copiedColumns}, revision, file_sha256)`, rows, `\t1\t${sha256}`);
  return { stored: rows.length, revised: 0 };
}

/** Beside what is known: rows that say the same stay out, others become revisions. */
async function mergeBatch(client: PoolClient, sha256: string, rows: readonly SurveyRowToStore[]): Promise<Counts> {
  await copyLines(client, `survey_staging (${copiedColumns})`, rows, "");
  const merged = await client.query<Counts>(merge, [sha256]);
  await client.query("truncate survey_staging");
  return merged.rows[0] ?? { stored: 0, revised: 0 };
}

async function copyLines(
  client: PoolClient,
  into: string,
  rows: readonly SurveyRowToStore[],
  more: string,
): Promise<void> {
  const copy = client.query(copyFrom(`copy ${into} from stdin`));
  await pipeline(Readable.from([rows.map((row) => `${copyLine(row)}${more}\n`).join("")]), copy);
}

async function noteFile(client: PoolClient, file: SurveyFile): Promise<void> {
  await client.query(note, [
    file.sha256,
    file.readerVersion,
    file.name,
    file.layouts,
    file.rowsRead,
    file.rowsRefused,
    file.servicesRead,
    file.servicesStored,
    file.servicesRevised,
    JSON.stringify(file.flagged),
    file.importedAt,
  ]);
}

function prefixed(table: string): string {
  return copiedColumns
    .split(", ")
    .map((column) => `${table}.${column}`)
    .join(", ");
}
