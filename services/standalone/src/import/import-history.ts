import { readRates } from "@openremit/collector";
import { recordRunJob } from "@openremit/recorder";
import type { Catalog } from "@openremit/shared/catalog";
import type { PublishedRate } from "@openremit/shared/contracts";
import { ConfigError, parseRateRows, type RateRow } from "@openremit/shared/domain";
import { type Stores, saveSnapshot } from "@openremit/shared/storage";
import { runIdOf } from "../run-id-of.ts";
import type { RateHistory } from "./load-history.ts";

export interface ImportContext {
  readonly catalog: Catalog;
  readonly stores: Pick<Stores, "database" | "latest">;
  /** Shows how many of so many years are done. */
  readonly showProgress: (years: number) => { advance(year: string): void; done(): void };
  /** When aborted, the rest is left for another time. */
  readonly stopping?: AbortSignal | undefined;
}

export interface ImportSummary {
  readonly read: number;
  readonly stored: number;
  readonly revised: number;
  readonly known: number;
  readonly refused: number;
}

/** A jump shows against the ten publications before it. */
const daysBefore = 10;

/**
 * Records a history file year by year, oldest first: each year is a run of its own, judged and recorded as a visit is.
 * The same file again changes nothing; a newer one adds what is new.
 */
export async function importHistory(
  { answer, rates }: RateHistory,
  { catalog, stores, showProgress, stopping }: ImportContext,
): Promise<ImportSummary> {
  const source = catalog.rateSources.get("ecb");
  if (source === undefined) throw new ConfigError("no file in config/sources/rates describes the ECB");
  await saveSnapshot(stores.database, answer);
  const years = byYear(rates);
  const progress = showProgress(years.length);
  const at = new Date(answer.fetchedAt);
  const summary = { read: rates.length, stored: 0, revised: 0, known: 0, refused: 0 };
  let before: readonly RateRow[] = [];
  for (const [year, ofYear] of years) {
    stopping?.throwIfAborted();
    const adapter = { key: source.key, version: "1", plan: () => [], parse: () => ({ rates: ofYear, setAside: [] }) };
    const runId = runIdOf([source.key, answer.bodySha256, year]);
    const visit = {
      runId,
      startedAt: answer.fetchedAt,
      answers: [answer],
      precision: "second",
      simulated: false,
    } as const;
    // A year may have begun yesterday: the file as a whole is held to what a healthy answer holds.
    const lenient = { ...source, expectations: { minimumRates: 1 } };
    const job = readRates(visit, { source: lenient, adapter, catalog, known: before, since: null, at });
    const recorded = await recordRunJob(job, stores);
    summary.stored += recorded.inserted;
    summary.revised += recorded.revised;
    summary.known += recorded.unchanged;
    summary.refused += ofYear.length - job.rates.length;
    before = parseRateRows(lastDays(ofYear).map((rate) => ({ ...rate, source: source.key })));
    progress.advance(year);
  }
  progress.done();
  return summary;
}

function byYear(rates: readonly PublishedRate[]): readonly (readonly [string, readonly PublishedRate[]])[] {
  const years = new Map<string, PublishedRate[]>();
  for (const rate of rates) {
    const year = rate.observedOn.slice(0, 4);
    const known = years.get(year);
    if (known === undefined) years.set(year, [rate]);
    else known.push(rate);
  }
  return [...years].sort(([one], [other]) => (one < other ? -1 : 1));
}

function lastDays(rates: readonly PublishedRate[]): readonly PublishedRate[] {
  const days = [...new Set(rates.map(({ observedOn }) => observedOn))].sort();
  const first = days.at(-daysBefore) ?? days[0] ?? "";
  return rates.filter(({ observedOn }) => observedOn >= first);
}
