/**
 * SQL of a sub-select with one column `quotes`: the observations a row of `run_coverages` points at, in the order in
 * which they were seen, each in the revision that was seen. Every quote is one reach into one partition by its key.
 */
export function observationsOf(alias: string): string {
  return `
  select coalesce(json_agg(q.observation order by u.n), '[]'::json) as quotes
  from unnest(${alias}.quote_ids, ${alias}.quote_revisions, ${alias}.quote_observed_at) with ordinality
    as u (quote_id, revision, observed_at, n)
  cross join lateral (
    select observation from quotes
    where corridor_key = ${alias}.corridor_key and observed_at = u.observed_at and quote_id = u.quote_id
      and revision = u.revision
    limit 1
  ) q`;
}
