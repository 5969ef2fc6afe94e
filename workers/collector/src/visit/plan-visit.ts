import type { Catalog } from "@openremit/shared/catalog";
import type { CollectJob, QuoteSourceConfig, RateSourceConfig, RecordJob } from "@openremit/shared/contracts";
import { ConfigError, type RateRow } from "@openremit/shared/domain";
import type { PlannedRequest, QuoteTask } from "../adapters/adapter.ts";
import type { Adapters } from "../adapters/index.ts";
import { toSourceAnswer } from "./answer.ts";
import { checkAgainst } from "./check-against.ts";
import { readQuotes } from "./read-quotes.ts";
import { readRates } from "./read-rates.ts";
import type { Visit } from "./visit.ts";

export interface Knowledge {
  readonly catalog: Catalog;
  readonly adapters: Adapters;
  /** The reference rates known so far, for the plausibility check and for how far back a publisher must be asked. */
  readonly rateRows: readonly RateRow[];
}

export interface PlanTime {
  readonly now: Date;
  /** Keep every day a rate publisher sends, also those before what is known: for recordings. */
  readonly everyDay?: boolean;
}

/** What a visit will ask, and how its answers are to be read. */
export interface PlannedVisit {
  readonly source: QuoteSourceConfig | RateSourceConfig;
  readonly kind: "quotes" | "rates";
  readonly adapterVersion: string;
  readonly requests: readonly PlannedRequest[];
  /** What the answers to `requests` call for; mostly nothing. */
  follow(visit: Visit): readonly PlannedRequest[];
  read(visit: Visit, at: Date): RecordJob;
}

/** Plans a visit from the body of a collect job. A source, adapter or corridor that config does not know: ConfigError. */
export function planVisit(job: CollectJob, known: Knowledge, time: PlanTime): PlannedVisit {
  const rateSource = known.catalog.rateSources.get(job.source);
  return rateSource === undefined ? planQuoteVisit(job, known) : planRateVisit(rateSource, known, time);
}

function planQuoteVisit(job: CollectJob, known: Knowledge): PlannedVisit {
  const source = known.catalog.quoteSources.get(job.source);
  if (source === undefined) throw new ConfigError(`no file in config/sources describes "${job.source}"`);
  const adapter = find(known.adapters.quotes, source);
  const task = taskOf(job, known.catalog);
  return {
    source,
    kind: "quotes",
    adapterVersion: adapter.version,
    requests: adapter.plan(task),
    follow: ({ answers }) => adapter.follow?.(answers.map(toSourceAnswer), task) ?? [],
    read: (visit, at) =>
      readQuotes(visit, {
        source,
        adapter,
        task,
        catalog: known.catalog,
        checking: checkAgainst(known.catalog, known.rateRows, at),
        finishedAt: at.toISOString(),
      }),
  };
}

/** A publisher that is new to us is asked for two weeks: jumps and staleness are judged by what came before. */
const firstDays = 14;

function planRateVisit(source: RateSourceConfig, known: Knowledge, { now, everyDay }: PlanTime): PlannedVisit {
  const adapter = find(known.adapters.rates, source);
  const today = dayOf(now);
  const days = known.rateRows.filter((row) => row.source === source.key).map((row) => row.observedOn);
  // A publisher may give tomorrow's figure of one currency: today's of the others are wanted all the same.
  const since =
    days
      .filter((day) => day <= today)
      .sort()
      .at(-1) ?? dayOf(new Date(now.getTime() - firstDays * 86_400_000));
  return {
    source,
    kind: "rates",
    adapterVersion: adapter.version,
    requests: adapter.plan({ since, today }),
    follow: () => [],
    read: (visit, at) => {
      // Of a month, a revision in its middle may be known before the rows of its beginning.
      const isMonthly = source.publication.calendar === "monthly";
      const recent = everyDay || isMonthly ? null : since;
      return readRates(visit, { source, adapter, catalog: known.catalog, known: known.rateRows, since: recent, at });
    },
  };
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

function find<Adapter>(
  adapters: ReadonlyMap<string, Adapter>,
  source: { key: string; adapter: string | null },
): Adapter {
  const adapter = source.adapter === null ? undefined : adapters.get(source.adapter);
  if (adapter === undefined) throw new ConfigError(`the source "${source.key}" has no adapter "${source.adapter}"`);
  return adapter;
}

function taskOf(job: CollectJob, catalog: Catalog): QuoteTask {
  const corridors = job.corridorKeys.map((key) => {
    const corridor = catalog.corridors.get(key);
    if (corridor === undefined) throw new ConfigError(`no file in config/corridors describes "${key}"`);
    return corridor;
  });
  return { corridors, amounts: job.amounts };
}
