import { buildStatement } from "../postgres/statement.ts";
import { claimRun, keepQuarantined, settleIssues } from "./run-statement-parts.ts";

/** As for quotes, with source, currencies and publication day in the place of the quote's id. */
export const ratesStatement = buildStatement(
  "record-rates",
  `
with ${claimRun}, ${settleIssues}, ${keepQuarantined},
seen as (
  select * from unnest({bases}::text[], {quotes}::text[], {observedOn}::date[], {rateValues}::numeric[],
    {contributors}::integer[], {rateFetchedAt}::timestamptz[], {valueHashes}::text[], {observations}::json[])
    with ordinality as t (base, quote, observed_on, value, contributors, fetched_at, value_hash, observation, n)
),
current as (
  select s.n, c.top, c.value_hash = s.value_hash as same
  from seen s cross join lateral (
    select max(r.revision) over () as top, r.value_hash
    from rates r
    where r.source = {source}::text and r.base = s.base and r.quote = s.quote and r.observed_on = s.observed_on
    order by r.fetched_at desc, r.revision desc limit 1
  ) c
),
changed as (
  select s.*, coalesce(c.top, 0) + 1 as revision from seen s left join current c using (n)
  where c.same is not true and exists (select from claimed)
),
added as (
  insert into rates (source, base, quote, observed_on, revision, run_id, value, contributors, fetched_at, value_hash,
    observation)
  select {source}::text, base, quote, observed_on, revision, {runId}::uuid, value, contributors, fetched_at,
    value_hash, observation
  from changed order by n
),
pairs as (
  insert into rate_pairs (source, base, quote)
  select distinct {source}::text, base, quote from changed order by base, quote
  on conflict do nothing
)
select exists (select from claimed) as claimed,
  (select value from meta where key = 'mode') as mode,
  (select json_agg(json_build_object('n', n, 'revision', revision) order by n) from changed) as changed
`,
);
