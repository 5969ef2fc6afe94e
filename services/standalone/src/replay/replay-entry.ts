import { allAdapters, type PlannedVisit, planVisit, type Visit } from "@openremit/collector";
import type { Catalog } from "@openremit/shared/catalog";
import type { CollectJob, RecordJob } from "@openremit/shared/contracts";
import { corridorKey, type RateRow, SourceShapeError } from "@openremit/shared/domain";
import type { Answer } from "@openremit/shared/http";
import { runIdOf } from "../run-id-of.ts";
import { quoteVisitJob, rateVisitJob } from "../visit-job.ts";
import { corridorOfTask, type RecordedEntry } from "./manifest.ts";

/** A recorded answer ready to be recorded, or the sentence why it is left aside. */
export type ReplayedEntry = { readonly job: RecordJob } | { readonly skipped: string };

/**
 * Reads one recorded answer with the code that reads live ones, as of the time it was fetched. Throws what the adapter
 * or a check throws.
 */
export function replayEntry(
  entry: RecordedEntry,
  answer: Answer,
  known: { catalog: Catalog; rateRows: readonly RateRow[] },
): ReplayedEntry {
  const job = collectJobOf(entry, known.catalog);
  if ("skipped" in job) return job;
  const planned = planVisit(
    job,
    { ...known, adapters: allAdapters },
    {
      now: new Date(answer.fetchedAt),
      everyDay: true,
    },
  );
  const visit: Visit = {
    // The same recording is always the same run, so that replaying it twice changes nothing.
    runId: runIdOf([entry.source, entry.task ?? null, entry.fetchedAt, entry.sha256]),
    startedAt: answer.fetchedAt,
    answers: [answer],
    precision: entry.fetchedAtPrecision,
    simulated: false,
  };
  try {
    return { job: planned.read(visit, new Date(answer.fetchedAt)) };
  } catch (error) {
    if (error instanceof SourceShapeError && isLaterStep(entry, planned)) {
      return { skipped: "the source is asked in two steps, and the manifest holds no answer to the first" };
    }
    throw error;
  }
}

/**
 * Whether the recorder asked something else than what a visit begins with, of a source that is asked in two steps. Where
 * every question goes to one address and the recorder noted no body, nobody knows, and it is taken for something else.
 */
function isLaterStep({ request }: RecordedEntry, { source, requests }: PlannedVisit): boolean {
  if (allAdapters.quotes.get(source.adapter ?? "")?.follow === undefined) return false;
  const isSilent = request.method === "POST" && request.body === undefined;
  return isSilent || !requests.map(({ url }) => pageOf(url)).includes(pageOf(request.url));
}

function pageOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function collectJobOf(entry: RecordedEntry, catalog: Catalog): CollectJob | { skipped: string } {
  const rateSource = catalog.rateSources.get(entry.source);
  if (rateSource !== undefined) return rateVisitJob(rateSource);
  const source = catalog.quoteSources.get(entry.source);
  if (source === undefined || !allAdapters.quotes.has(source.adapter ?? "")) {
    return { skipped: `no adapter reads "${entry.source}" yet` };
  }
  if (entry.task === undefined) return { skipped: "the manifest does not say which corridor was asked" };
  const corridor = corridorOfTask(entry.task);
  const key = corridorKey(corridor);
  if (!catalog.corridors.has(key)) return { skipped: `no file in config/corridors describes ${key}` };
  return quoteVisitJob(source, corridor, entry.task.amount);
}
