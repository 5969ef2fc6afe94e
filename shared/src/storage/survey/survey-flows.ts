import type { Database } from "../postgres/database.ts";
import type { Reading } from "../postgres/statement.ts";

export interface SurveyFlowFile {
  readonly sha256: string;
  readonly name: string;
  readonly year: string;
  readonly importedAt: string;
}

export interface StoredFlow {
  readonly sourceCountry: string;
  readonly destinationCountry: string;
  readonly usdMillions: string;
}

/** Stores a matrix in one statement. False, and nothing changed, where the same bytes are there. */
export async function recordSurveyFlows(
  { pool }: Pick<Database, "pool">,
  { sha256, name, year, importedAt }: SurveyFlowFile,
  flows: readonly StoredFlow[],
): Promise<boolean> {
  const { rows } = await pool.query(
    `with added as (
       insert into survey_flow_files (sha256, name, year, imported_at) values ($1, $2, $3, $4)
       on conflict do nothing returning sha256
     ), flowing as (
       insert into survey_flows (sha256, source_country, destination_country, usd_millions)
       select added.sha256, flow.* from added, unnest($5::text[], $6::text[], $7::numeric[]) as flow
     )
     select from added`,
    [
      sha256,
      name,
      year,
      importedAt,
      flows.map(({ sourceCountry }) => sourceCountry),
      flows.map(({ destinationCountry }) => destinationCountry),
      flows.map(({ usdMillions }) => usdMillions),
    ],
  );
  return rows.length > 0;
}

export interface ReadFlows {
  readonly name: string;
  readonly year: string;
  readonly flows: readonly StoredFlow[];
}

/** The flows of the latest year; of two files of it those imported last. Null: none was imported. */
export async function readSurveyFlows({ pool }: Reading): Promise<ReadFlows | null> {
  const { rows: files } = await pool.query<{ sha256: string; name: string; year: string }>({
    text: "select sha256, name, year from survey_flow_files order by year desc, imported_at desc, sha256 limit 1",
  });
  const file = files[0];
  if (file === undefined) return null;
  const { rows } = await pool.query<StoredFlow>({
    text: `select source_country as "sourceCountry", destination_country as "destinationCountry",
        usd_millions as "usdMillions"
      from survey_flows where sha256 = $1`,
    values: [file.sha256],
  });
  return { name: file.name, year: file.year, flows: rows };
}
