import {
  type Coverage,
  type QuoteObservation,
  type RecordJob,
  robotsNotAsked,
  visitSourceKey,
} from "../../contracts/index.ts";
import { corridorKey } from "../../domain/index.ts";
import { amountKey } from "../amount-key.ts";
import type { Database } from "../postgres/database.ts";
import { readLatest } from "../postgres/read-latest.ts";
import { visitQuoteVersion } from "./visit-quote.ts";

export interface PublishingContext {
  readonly database: Database;
  readonly simulated: boolean;
  readonly now: () => Date;
  /** Records a run and refreshes the latest prices. */
  readonly record: (job: RecordJob) => Promise<unknown>;
}

const dayMs = 86_400_000;
/** Longer than a visit is shown (METHOD 3). */
const keptDays = 50;

interface VisitRun {
  readonly runId: string;
  readonly now: Date;
  readonly covers: readonly Coverage[];
  readonly quotes: readonly QuoteObservation[];
}

/** Records visits as a run of their source: what it covers shows these visits and no others. */
export async function recordVisits(
  { record, simulated }: PublishingContext,
  { runId, now, covers, quotes }: VisitRun,
): Promise<void> {
  const at = now.toISOString();
  await record({
    schemaVersion: 1,
    run: {
      runId,
      source: visitSourceKey,
      kind: "quotes",
      outcome: quotes.length === 0 ? "empty" : "stored",
      startedAt: at,
      finishedAt: at,
      fetchedAt: at,
      covers: [...covers],
      errorCode: null,
      errorMessage: null,
      adapterVersion: visitQuoteVersion,
      robots: robotsNotAsked,
      simulated,
    },
    quotes: [...quotes],
    rates: [],
    issues: [],
  });
}

/** What was published of this corridor and amount before, as it stands now: with its corrections. */
export async function readStanding(
  database: Database,
  covered: Coverage,
  now: Date,
): Promise<readonly QuoteObservation[]> {
  const key = corridorKey(covered.corridor);
  const entries = (await readLatest(database, { corridorKey: key })).get(key) ?? [];
  const oldest = now.getTime() - keptDays * dayMs;
  return entries
    .filter(({ source, amount }) => source === visitSourceKey && amountKey(amount) === amountKey(covered.amount))
    .flatMap(({ quotes }) => quotes)
    .filter(({ observedAt }) => Date.parse(observedAt) > oldest);
}
