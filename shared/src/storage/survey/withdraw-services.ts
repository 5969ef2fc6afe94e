import type { PoolClient } from "pg";
import { copiedColumns } from "./survey-columns.ts";

/** What a file holds, by its keys, while it is being stored. */
export const prepareSeen = `
create temp table survey_seen (
  period text not null, survey_id text not null, layout text not null,
  source_country text not null, destination_country text not null, amount_usd integer not null
) on commit drop;
`;

export const noteSeen = `
insert into survey_seen
select period, survey_id, layout, source_country, destination_country, amount_usd from survey_staging
`;

/** Says nothing that any row of a file says, so that a service that comes back is a revision again. */
const withdrawnHash = "withdrawn";

const withdraw = `
with holes as (
  select s.* from current_survey_services s
  where s.period = any (array(select distinct period from survey_seen))
    and (
      (s.layout, s.period, s.source_country, s.destination_country, s.amount_usd) in (
        select layout, period, source_country, destination_country, amount_usd from survey_seen where layout = 'extract'
      )
      or ($2 and (s.layout, s.period) in (select layout, period from survey_seen where layout <> 'extract'))
    )
    and not exists (
      select from survey_seen seen where seen.period = s.period and seen.survey_id = s.survey_id
    )
)
insert into survey_services (${copiedColumns}, revision, file_sha256, withdrawn)
select ${copiedColumns.replace(/\bvalue_hash$/, `'${withdrawnHash}'`)}, revision + 1, $1, true from holes
`;

/**
 * Ends services that stand where the file is whole and that it does not hold. An extract is whole of each corridor,
 * quarter and amount it has a row of.
 *
 * @param isWholeSurvey whether the file is whole of every quarter it holds, in the layout it holds it in.
 */
export async function withdrawServices(client: PoolClient, sha256: string, isWholeSurvey: boolean): Promise<number> {
  // Rows were looked up one by one until here.
  await client.query("analyze survey_seen; set local enable_seqscan = on; set local enable_bitmapscan = on");
  const { rowCount } = await client.query(withdraw, [sha256, isWholeSurvey]);
  return rowCount ?? 0;
}
