import { randomUUID } from "node:crypto";
import type { QuoteObservation } from "../../contracts/index.ts";
import { amountKey } from "../amount-key.ts";
import { oneByOne } from "../one-by-one.ts";
import type { Database } from "../postgres/database.ts";
import { saveSnapshot } from "../postgres/snapshots.ts";
import { readVisit, type VisitRecord } from "./read-visits.ts";
import { tellWithdrawn } from "./tell-withdrawn.ts";
import { buildVisitQuote, visitQuoteId } from "./visit-quote.ts";
import { type PublishingContext, readStanding, recordVisits } from "./visit-runs.ts";

export interface PublishedVisits {
  /** Shown, or taken back. */
  readonly visits: number;
}

/** Of one round; the next one takes the rest. */
const mostAtOnce = 500;
/** The same number in every process that publishes: one at a time. */
const turn = 7_340_271;

/**
 * Shows the visits that were accepted since the last time: one run for each corridor and amount, with the visits that
 * stand there already and are not too old. Takes back those that were refused after all. A crash on the way leaves them to
 * be published again, which changes nothing; what cannot be published keeps no other corridor or amount back.
 *
 * @throws AggregateError of what could not be published, once the others are.
 */
export async function publishVisits(context: PublishingContext): Promise<PublishedVisits> {
  const { database } = context;
  if ((await readWaiting(database, 1)).length === 0) return { visits: 0 };
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

function readWaiting({ db }: Database, most: number) {
  return db
    .selectFrom("visits")
    .select(["visit_id", "corridor_key", "amount", "to_withdraw"])
    .where(({ or, and, eb }) =>
      or([eb("to_withdraw", "=", true), and([eb("state", "=", "accepted"), eb("published_run", "is", null)])]),
    )
    .orderBy("created_at")
    .limit(most)
    .execute();
}

async function publishAll(context: PublishingContext): Promise<number> {
  const { database } = context;
  const rows = await readWaiting(database, mostAtOnce);
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const group = `${row.corridor_key} ${amountKey(row.amount)}`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  await oneByOne("visits", groups.values(), async (group) => {
    const read = await Promise.all(group.map(({ visit_id }) => readVisit(database, visit_id)));
    const gone = group.filter((row) => row.to_withdraw).map(({ visit_id }) => visit_id);
    const runId = await publishGroup(
      read.filter((record) => record !== null),
      new Set(gone.map(visitQuoteId)),
      context,
    );
    const shown = group.filter((row) => !row.to_withdraw).map(({ visit_id }) => visit_id);
    await database.pool.query("update visits set published_run = $2 where visit_id = any($1)", [shown, runId]);
    for (const visitId of gone) await tellWithdrawn(visitId, context);
  });
  return rows.length;
}

/** Visits of one corridor of money at one amount: those accepted come in, those taken back go. */
async function publishGroup(
  records: readonly VisitRecord[],
  gone: ReadonlySet<string>,
  context: PublishingContext,
): Promise<string> {
  const now = context.now();
  const added: QuoteObservation[] = [];
  for (const record of records) {
    const built = buildVisitQuote(record, now, context.simulated);
    if (built === null) continue;
    await saveSnapshot(context.database, built.proof);
    added.push(built.quote);
  }
  const runId = randomUUID();
  const [like] = records.flatMap(({ entries }) => entries.map(({ visit }) => visit));
  if (like === undefined) return runId;
  const { corridor, amount } = like;
  const standing = await readStanding(context.database, { corridor, amount }, now);
  const staying = standing.filter(({ quoteId }) => !gone.has(quoteId));
  if (added.length === 0 && staying.length === standing.length) return runId;
  const known = new Set(staying.map(({ quoteId }) => quoteId));
  const quotes = [...staying, ...added.filter(({ quoteId }) => !known.has(quoteId))];
  await recordVisits(context, { runId, now, covers: [{ corridor, amount }], quotes });
  return runId;
}
