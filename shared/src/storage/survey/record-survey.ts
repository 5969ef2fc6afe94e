import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { SurveyFile } from "../../contracts/index.ts";
import type { Database } from "../postgres/database.ts";
import { readAhead } from "./read-ahead.ts";
import { copiedColumns, copyLine, type SurveyRowToStore } from "./survey-columns.ts";
import { noteSeen, prepareSeen, withdrawServices } from "./withdraw-services.ts";

/** Batches waiting for the database: enough that neither it nor the reader waits for the other. */
const batchesAhead = 4;

/** What is known of a file once it was read to its end. */
export type ReadSurveyFile = Omit<
  SurveyFile,
  "sha256" | "servicesStored" | "servicesRevised" | "servicesWithdrawn" | "importedAt"
>;

/**
 * One import at a time, so that no two give the same revision. Rows are looked up by their key one by one: a plan made
 * for a table that was empty then would scan it for each row.
 */
const prepare = `
lock table survey_services in share row exclusive mode;
create temp table survey_staging (like survey_services) on commit drop;
alter table survey_staging drop column revision, drop column file_sha256, drop column recorded_at, drop column withdrawn;
${prepareSeen}set local enable_seqscan = off;
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
  services_revised, services_withdrawn, flagged, imported_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now())
returning imported_at
`;

/**
 * Stores a file of the survey in one transaction: all of it, or, where `batches` or `finish` throws, nothing. A service
 * that says what it said before changes nothing; one that says something new becomes a revision, and one that is gone
 * from a file that is whole is withdrawn. While the database works on one batch, the next one is read.
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
    const read = finish();
    const withdrawn = storeBatch === copyBatch ? 0 : await withdrawMissing(client, sha256, read);
    const file = await noteFile(client, {
      ...read,
      sha256,
      servicesStored: counts.stored,
      servicesRevised: counts.revised,
      servicesWithdrawn: withdrawn,
    });
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
  await client.query(noteSeen);
  await client.query("truncate survey_staging");
  return merged.rows[0] ?? { stored: 0, revised: 0 };
}

/**
 * Withdraws what the file should hold and does not. The World Bank's workbook has both layouts and is whole of its
 * quarters; a file of one of them may be any part of it. Where a row was refused nobody knows what it said.
 */
async function withdrawMissing(
  client: PoolClient,
  sha256: string,
  { layouts, rowsRefused }: ReadSurveyFile,
): Promise<number> {
  const isWholeSurvey = layouts.includes("legacy") && layouts.includes("modern");
  if (rowsRefused > 0 || !(isWholeSurvey || layouts.includes("extract"))) return 0;
  return withdrawServices(client, sha256, isWholeSurvey);
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

/** Dated, as its rows are, by when the import began: a release of that day has both or neither. */
async function noteFile(client: PoolClient, file: Omit<SurveyFile, "importedAt">): Promise<SurveyFile> {
  const { rows } = await client.query<{ imported_at: Date }>(note, [
    file.sha256,
    file.readerVersion,
    file.name,
    file.layouts,
    file.rowsRead,
    file.rowsRefused,
    file.servicesRead,
    file.servicesStored,
    file.servicesRevised,
    file.servicesWithdrawn,
    JSON.stringify(file.flagged),
  ]);
  const [noted] = rows;
  if (noted === undefined) throw new Error("a file of the survey was not noted");
  return { ...file, importedAt: noted.imported_at.toISOString() };
}

function prefixed(table: string): string {
  return copiedColumns
    .split(", ")
    .map((column) => `${table}.${column}`)
    .join(", ");
}
