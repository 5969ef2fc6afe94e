import type { Reading } from "../postgres/statement.ts";

/** A service of an extract, by the id it was given. */
export interface ExtractId {
  readonly period: string;
  readonly surveyId: string;
  /** Of what it said last. */
  readonly valueHash: string;
  readonly withdrawn: boolean;
}

/** Ids given to the services of extracts of these quarters, also those that no longer stand. */
export async function readExtractIds({ pool }: Reading, periods: readonly string[]): Promise<readonly ExtractId[]> {
  const { rows } = await pool.query<ExtractId>({
    text: `select distinct on (period, survey_id) period, survey_id as "surveyId", value_hash as "valueHash", withdrawn
      from survey_services where layout = 'extract' and period = any ($1)
      order by period, survey_id, revision desc`,
    values: [periods],
  });
  return rows;
}
