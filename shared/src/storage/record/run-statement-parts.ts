import type { RecordJob } from "../../contracts/index.ts";
import { coverageKey } from "../amount-key.ts";
import { storableText } from "../postgres/storable-text.ts";

/**
 * The parts every recording statement has. `claimed` is empty when the run is there already or belongs to the other
 * mode; everything else hangs on it, so a redelivered run changes nothing.
 */
export const claimRun = `
claimed as (
  insert into runs (run_id, source, kind, outcome, started_at, finished_at, fetched_at, error_code, error_message,
    adapter_version, robots, robots_read_at, simulated, quote_count, rate_count, issue_count)
  select {runId}::uuid, {source}::text, {kind}::text, {outcome}::text, {startedAt}::timestamptz,
    {finishedAt}::timestamptz, {fetchedAt}::timestamptz, {errorCode}::text, {errorMessage}::text,
    {adapterVersion}::text, {robots}::text, {robotsReadAt}::timestamptz, {simulated}::boolean, {quoteCount}::integer, {rateCount}::integer, {issueCount}::integer
  where not exists (select from meta where key = 'mode' and (value = 'simulated') <> {simulated}::boolean)
  on conflict (run_id) do nothing
  returning run_id
)`;

/**
 * A success closes what stood open on the ground it covers and was not raised again; the rows stay as history. What is
 * raised about a day stands until that day is over.
 */
export const settleIssues = `
raised as (
  select * from unnest({issueSources}::text[], {issueCodes}::text[], {issueSubjects}::text[], {issueDetails}::text[])
    as t (source, code, subject, detail)
),
opened as (
  insert into source_issues as i (source, code, subject, detail, count, first_seen_at, last_seen_at, first_run_id,
    last_run_id, last_covers)
  select r.source, r.code, r.subject, r.detail, 1, {finishedAt}::timestamptz, {finishedAt}::timestamptz,
    {runId}::uuid, {runId}::uuid, {ground}::text[]
  from raised r where exists (select from claimed)
  order by r.source, r.code, r.subject
  on conflict (source, code, subject) where closed_at is null do update set
    count = i.count + 1,
    first_seen_at = least(i.first_seen_at, excluded.first_seen_at),
    last_seen_at = greatest(i.last_seen_at, excluded.last_seen_at),
    detail = case when excluded.last_seen_at >= i.last_seen_at then excluded.detail else i.detail end,
    last_run_id = case when excluded.last_seen_at >= i.last_seen_at then excluded.last_run_id else i.last_run_id end,
    last_covers = case when excluded.last_seen_at >= i.last_seen_at then excluded.last_covers else i.last_covers end
),
closed as (
  update source_issues i set closed_at = {finishedAt}::timestamptz, closed_by_run_id = {runId}::uuid
  where i.source = {source}::text and i.closed_at is null and {outcome}::text in ('stored', 'empty')
    and i.subject <> to_char({finishedAt}::timestamptz at time zone 'UTC', 'YYYY-MM-DD')
    and i.last_seen_at < {finishedAt}::timestamptz and i.last_covers <@ {ground}::text[]
    and not exists (
      select from raised r where r.source = i.source and r.code = i.code and r.subject = i.subject
    )
    and exists (select from claimed)
)`;

/** What a quarantined run would have recorded stays until somebody decides about it. */
export const keepQuarantined = `
set_aside as (
  insert into quarantined_runs (run_id, source, job, kept_at)
  select {runId}::uuid, {source}::text, {setAside}::json, {finishedAt}::timestamptz
  where {setAside}::json is not null and exists (select from claimed)
)`;

/** Values for all parts. */
export function runValues(job: RecordJob): Record<string, unknown> {
  const { run, quotes, rates, issues } = job;
  const isSuccess = run.outcome === "stored" || run.outcome === "empty";
  const hasPrices = quotes.length + rates.length > 0;
  const raised = [
    ...new Map(issues.map((issue) => [`${issue.source}|${issue.code}|${issue.subject}`, issue])).values(),
  ];
  return {
    runId: run.runId,
    source: run.source,
    kind: run.kind,
    outcome: run.outcome,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    fetchedAt: run.fetchedAt,
    errorCode: run.errorCode,
    errorMessage: run.errorMessage === null ? null : storableText(run.errorMessage),
    adapterVersion: run.adapterVersion,
    robots: run.robots.result,
    robotsReadAt: run.robots.readAt,
    simulated: run.simulated,
    quoteCount: isSuccess ? quotes.length : 0,
    rateCount: isSuccess ? rates.length : 0,
    setAside: run.outcome === "quarantined" && hasPrices ? storableText(JSON.stringify(job)) : null,
    issueCount: raised.length,
    ground: isSuccess ? [...new Set(run.covers.map(coverageKey))] : [],
    issueSources: raised.map((issue) => issue.source),
    issueCodes: raised.map((issue) => issue.code),
    issueSubjects: raised.map((issue) => storableText(issue.subject)),
    issueDetails: raised.map((issue) => storableText(issue.detail)),
  };
}
