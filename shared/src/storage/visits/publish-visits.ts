import { randomUUID } from "node:crypto";
import { type QuoteObservation, type RecordJob, robotsNotAsked, visitSourceKey } from "../../contracts/index.ts";
import { corridorKey } from "../../domain/index.ts";
import { amountKey } from "../amount-key.ts";
import type { Database } from "../postgres/database.ts";
import { readLatest } from "../postgres/read-latest.ts";
import { saveSnapshot } from "../postgres/snapshots.ts";
import { readVisit, type VisitRecord } from "./read-visits.ts";
import { buildVisitQuote } from "./visit-quote.ts";

export interface PublishingContext {
  readonly database: Database;
  readonly simulated: boolean;
  readonly now: () => Date;
  /** Records a run and refreshes the latest prices. */
  readonly record: (job: RecordJob) => Promise<unknown>;
}

export interface PublishedVisits {
  readonly visits: number;
}

const dayMs = 86_400_000;
/** Longer than a visit is shown (METHOD 3). */
const keptDays = 50;
/** Of one round; the next one takes the rest. */
const mostAtOnce = 500;
/** The same number in every process that publishes: one at a time. */
const turn = 7_340_271;

/**
 * Shows the visits that were accepted since the last time: one run for each corridor and amount, with the visits that
 * stand there already and are not too old. A crash on the way leaves them to be published again, which changes nothing.
 */
export async function publishVisits(context: PublishingContext): Promise<PublishedVisits> {
  const { database } = context;
  const waiting = await database.db
    .selectFrom("visits")
    .select("visit_id")
    .where("state", "=", "accepted")
    .where("published_run", "is", null)
    .orderBy("created_at")
    .limit(1)
    .execute();
  if (waiting.length === 0) return { visits: 0 };
  const client = await database.pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [turn]);
    if (rows[0]?.mine !== true) return { visits: 0 };
    try {
      return { visits: await publishAll(context) };
    } finally {
      await client.query("select pg_advisory_unlock($1)", [turn]);
    }
  } finally {
    client.release();
  }
}

async function publishAll(context: PublishingContext): Promise<number> {
  const { db } = context.database;
  const rows = await db
    .selectFrom("visits")
    .select(["visit_id", "corridor_key", "amount"])
    .where("state", "=", "accepted")
    .where("published_run", "is", null)
    .orderBy("created_at")
    .limit(mostAtOnce)
    .execute();
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = `${row.corridor_key} ${amountKey(row.amount)}`;
    groups.set(group, [...(groups.get(group) ?? []), row.visit_id]);
  }
  for (const visitIds of groups.values()) {
    const read = await Promise.all(visitIds.map((visitId) => readVisit(context.database, visitId)));
    const records = read.filter((record) => record !== null);
    const runId = await publishGroup(records, context);
    await db.updateTable("visits").set({ published_run: runId }).where("visit_id", "in", visitIds).execute();
  }
  return rows.length;
}

/** Visits of one corridor of money at one amount. */
async function publishGroup(records: readonly VisitRecord[], context: PublishingContext): Promise<string> {
  const { database, simulated } = context;
  const now = context.now();
  const at = now.toISOString();
  const added: QuoteObservation[] = [];
  for (const record of records) {
    const built = buildVisitQuote(record, now, simulated);
    if (built === null) continue;
    await saveSnapshot(database, built.proof);
    added.push(built.quote);
  }
  const runId = randomUUID();
  const [first] = added;
  if (first === undefined) return runId;
  const standing = await readStanding(database, first, now);
  const known = new Set(standing.map(({ quoteId }) => quoteId));
  await context.record({
    schemaVersion: 1,
    run: {
      runId,
      source: visitSourceKey,
      kind: "quotes",
      outcome: "stored",
      startedAt: at,
      finishedAt: at,
      fetchedAt: at,
      covers: [{ corridor: first.corridor, amount: first.amount }],
      errorCode: null,
      errorMessage: null,
      adapterVersion: first.receipt.adapterVersion,
      robots: robotsNotAsked,
      simulated,
    },
    quotes: [...standing, ...added.filter(({ quoteId }) => !known.has(quoteId))],
    rates: [],
    issues: [],
  });
  return runId;
}

/** What was published of this corridor and amount before, as it stands now: with its corrections. */
async function readStanding(database: Database, like: QuoteObservation, now: Date): Promise<QuoteObservation[]> {
  const key = corridorKey(like.corridor);
  const entries = (await readLatest(database, { corridorKey: key })).get(key) ?? [];
  const oldest = now.getTime() - keptDays * dayMs;
  return entries
    .filter(({ source, amount }) => source === visitSourceKey && amountKey(amount) === amountKey(like.amount))
    .flatMap(({ quotes }) => quotes)
    .filter(({ observedAt }) => Date.parse(observedAt) > oldest);
}
