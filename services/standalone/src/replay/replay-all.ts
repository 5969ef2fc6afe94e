import { recordRunJob } from "@openremit/recorder";
import type { Catalog } from "@openremit/shared/catalog";
import { OpenRemitError, parseRateRows } from "@openremit/shared/domain";
import { type Stores, saveSnapshot } from "@openremit/shared/storage";
import type { RecordedEntry } from "./manifest.ts";
import { loadRecordedAnswer } from "./recorded-answer.ts";
import { replayEntry } from "./replay-entry.ts";

export interface ReplayContext {
  readonly catalog: Catalog;
  readonly stores: Stores;
  /** Told a line per entry, and one about all. */
  readonly say: (line: string) => void;
  /** When aborted, the rest is left for another time. */
  readonly stopping?: AbortSignal | undefined;
}

/** Replays entry by entry and says what became of each; one that fails leaves the others alone. Returns how many failed. */
export async function replayAll(
  entries: readonly RecordedEntry[],
  directory: string,
  context: ReplayContext,
): Promise<number> {
  const { say, stopping } = context;
  let failed = 0;
  for (const entry of entries) {
    stopping?.throwIfAborted();
    const name = `${entry.source} (${entry.file})`;
    try {
      say(await replayOne(entry, directory, context, name));
    } catch (error) {
      if (!(error instanceof OpenRemitError)) throw error;
      failed += 1;
      say(`  ✗ ${name}: ${error.message}`);
    }
  }
  say(`${entries.length} recorded answers, ${failed} failed`);
  return failed;
}

async function replayOne(
  entry: RecordedEntry,
  directory: string,
  { catalog, stores }: ReplayContext,
  name: string,
): Promise<string> {
  const answer = await loadRecordedAnswer(directory, entry);
  const rateRows = parseRateRows(await stores.latest.readRates());
  const replayed = replayEntry(entry, answer, { catalog, rateRows });
  if ("skipped" in replayed) return `  – ${name}: skipped, ${replayed.skipped}`;
  await saveSnapshot(stores.database, answer);
  const recorded = await recordRunJob(replayed.job, stores);
  const { quotes, rates, issues } = replayed.job;
  const what = rates.length > 0 ? `${rates.length} reference rates` : `${quotes.length} prices`;
  const isNews = recorded.inserted + recorded.revised > 0;
  const news = isNews ? `${recorded.inserted} new, ${recorded.revised} revised` : "nothing new";
  return `  ✓ ${name}: ${what}, ${news}${issues.map((issue) => `\n      set aside: ${issue.code} ${issue.subject}`).join("")}`;
}
