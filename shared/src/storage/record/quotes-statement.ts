import { buildStatement } from "../postgres/statement.ts";
import { claimRun, keepQuarantined, settleIssues } from "./run-statement-parts.ts";

/**
 * `current` is what is known of each quote: its newest revision by the time it was fetched, and the highest number
 * given. `settled` says which revision this run saw, so that a coverage never changes afterwards.
 */
export const quotesStatement = buildStatement(
  "record-quotes",
  `
with ${claimRun}, ${settleIssues}, ${keepQuarantined},
seen as (
  select * from unnest({quoteIds}::text[], {corridorKeys}::text[], {observedAt}::timestamptz[], {providers}::text[],
    {payIns}::text[], {payOuts}::text[], {amounts}::numeric[], {fees}::numeric[], {rates}::numeric[],
    {payOutFees}::numeric[], {received}::numeric[], {quoteFetchedAt}::timestamptz[], {valueHashes}::text[],
    {observations}::json[], {coverageNumbers}::integer[])
    with ordinality as t (quote_id, corridor_key, observed_at, provider, pay_in, pay_out, amount, fee, rate,
      pay_out_fee, received, fetched_at, value_hash, observation, coverage, n)
),
current as (
  select s.n, c.revision, c.top, c.value_hash = s.value_hash as same, c.observation
  from seen s cross join lateral (
    select q.revision, max(q.revision) over () as top, q.value_hash, q.observation
    from quotes q
    where q.corridor_key = s.corridor_key and q.observed_at = s.observed_at and q.quote_id = s.quote_id
    order by q.fetched_at desc, q.revision desc limit 1
  ) c
),
added as (
  insert into quotes (corridor_key, observed_at, quote_id, revision, run_id, source, provider, pay_in, pay_out, amount,
    fee, rate, pay_out_fee, received, fetched_at, value_hash, observation)
  select s.corridor_key, s.observed_at, s.quote_id, coalesce(c.top, 0) + 1, {runId}::uuid, {source}::text, s.provider,
    s.pay_in, s.pay_out, s.amount, s.fee, s.rate, s.pay_out_fee, s.received, s.fetched_at, s.value_hash, s.observation
  from seen s left join current c using (n)
  where c.same is not true and exists (select from claimed)
  returning quote_id, revision
),
settled as (
  select s.n, s.coverage, s.quote_id, s.observed_at, coalesce(a.revision, c.revision) as revision
  from seen s left join added a using (quote_id) left join current c using (n)
),
covered as (
  select * from unnest({coveredCorridors}::text[], {coveredAmounts}::text[], {coveredAt}::timestamptz[])
    with ordinality as t (corridor_key, amount_key, fetched_at, coverage)
),
coverages as (
  insert into run_coverages (corridor_key, source, amount_key, fetched_at, run_id, quote_ids, quote_revisions,
    quote_observed_at)
  select v.corridor_key, {source}::text, v.amount_key, v.fetched_at, {runId}::uuid,
    coalesce(array_agg(s.quote_id order by s.n) filter (where s.n is not null), '{}'),
    coalesce(array_agg(s.revision order by s.n) filter (where s.n is not null), '{}'),
    coalesce(array_agg(s.observed_at order by s.n) filter (where s.n is not null), '{}')
  from covered v left join settled s on s.coverage = v.coverage
  where exists (select from claimed)
  group by v.coverage, v.corridor_key, v.amount_key, v.fetched_at
),
keys as (
  insert into coverage_keys (corridor_key, source, amount_key)
  select v.corridor_key, {source}::text, v.amount_key from covered v where exists (select from claimed)
  order by v.corridor_key, v.amount_key
  on conflict do nothing
)
select exists (select from claimed) as claimed,
  (select value from meta where key = 'mode') as mode,
  (select count(*)::integer from added where revision = 1) as inserted,
  (select count(*)::integer from added where revision > 1) as revised,
  (select json_agg(json_build_object('n', n, 'observation', observation)) from current where same) as kept
`,
);
