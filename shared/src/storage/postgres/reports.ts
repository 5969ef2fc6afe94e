import { createHash, randomUUID } from "node:crypto";
import type { NewReport, ReportAnswer } from "../../contracts/index.ts";
import { DomainError, notCoveredParameter, wrongParameter } from "../../domain/index.ts";
import type { Database } from "./database.ts";
import { buildStatement, runStatement } from "./statement.ts";
import { storableText } from "./storable-text.ts";

const insertion = buildStatement(
  "record-report",
  `
with known as (
  select quote_id, revision, corridor_key, provider, source from quotes where quote_id = {quoteId}::text
  order by fetched_at desc, revision desc limit 1
),
added as (
  insert into reports (report_id, content_hash, quote_id, quote_revision, corridor_key, provider, source, seen_amount,
    seen_fee, seen_rate, seen_received, seen_where, seen_on, text, language, received_at)
  select {reportId}::uuid, {contentHash}::text, quote_id, revision, corridor_key, provider, source, {amount}::numeric,
    {fee}::numeric, {rate}::numeric, {received}::numeric, {where}::text, {seenOn}::date, {text}::text,
    {language}::text, {receivedAt}::timestamptz
  from known
  on conflict (content_hash) do nothing
  returning report_id, received_at
),
held as (
  select report_id, received_at from added
  union all select report_id, received_at from reports where content_hash = {contentHash}::text
)
select exists (select from known) as known, (select report_id from held limit 1) as report_id,
  (select received_at from held limit 1) as received_at
`,
);

interface Outcome extends Record<string, unknown> {
  readonly known: boolean;
  readonly report_id: string | null;
  readonly received_at: Date | null;
}

const dayMs = 86_400_000;
/** Of an older price nothing can be checked any more. */
const oldestDays = 60;

/**
 * Keeps what a reader says of a price, with the quote's revision of that moment. The same words about the same price,
 * sent again on the same day, are one report.
 *
 * @throws NotCoveredError where nobody ever recorded such a quote; InputError for a day to come or long past.
 */
export async function recordReport(database: Database, report: NewReport, receivedAt: Date): Promise<ReportAnswer> {
  assertDay(report.seenOn, receivedAt);
  const { quoteId, amount, fee, rate, received, where, seenOn, language } = report;
  const text = storableText(report.text ?? "");
  const said = { amount, fee, rate, received, where, seenOn, text };
  const values = {
    reportId: randomUUID(),
    contentHash: hashOf([quoteId, ...Object.values(said).map((value) => value ?? ""), dayOf(receivedAt)]),
    quoteId,
    amount: amount ?? null,
    fee: fee ?? null,
    rate: rate ?? null,
    received: received ?? null,
    where,
    seenOn,
    text: text === "" ? null : text,
    language: language ?? null,
    receivedAt: receivedAt.toISOString(),
  };
  // Of two that come at once, the second sees neither its own row nor the first one's, and asks again.
  const outcome = await sent(database, values);
  const { known, report_id, received_at } =
    outcome.known && outcome.report_id === null ? await sent(database, values) : outcome;
  if (!known) throw notCoveredParameter("quoteId", `No quote ${quoteId} was ever recorded.`);
  if (report_id === null || received_at === null) throw new DomainError("a report was neither kept nor found");
  return { reportId: report_id, receivedAt: received_at.toISOString() };
}

async function sent(database: Database, values: Readonly<Record<string, unknown>>): Promise<Outcome> {
  const [outcome] = await runStatement<Outcome>(database.pool, insertion, values);
  return outcome ?? { known: false, report_id: null, received_at: null };
}

/** Tomorrow is today already somewhere. */
function assertDay(seenOn: string, receivedAt: Date): void {
  const seen = Date.parse(`${seenOn}T00:00:00Z`);
  if (seen > receivedAt.getTime() + dayMs) throw wrongParameter("seenOn", "a day that has come already");
  if (seen < receivedAt.getTime() - oldestDays * dayMs) {
    throw wrongParameter("seenOn", `a day of the last ${oldestDays} days`);
  }
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function hashOf(values: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}
