import type { Catalog } from "@openremit/shared/catalog";
import type {
  CollectJob,
  QuoteObservation,
  QuoteSourceConfig,
  RateSourceConfig,
  RecordJob,
} from "@openremit/shared/contracts";
import { ConfigError, dayOf, shiftDay } from "@openremit/shared/domain";
import type { PlannedRequest, QuoteTask } from "../adapters/adapter.ts";
import { type Adapters, adapterOf, quoteAdapterOf } from "../adapters/index.ts";
import { buildCheckContext } from "./build-check-context.ts";
import type { KnownRates } from "./choose-reference.ts";
import { buildQuotesRun, inspectQuotes, type QuoteInspection, readQuotes } from "./read-quotes.ts";
import { readRates } from "./read-rates.ts";
import { toSourceAnswer } from "./to-source-answer.ts";
import type { Visit } from "./visit.ts";

export interface Knowledge extends KnownRates {
  readonly catalog: Catalog;
  readonly adapters: Adapters;
  /** What the source last said of what is asked. Left out for recordings, each of which stands where it was fetched. */
  readonly lastSaid?: readonly QuoteObservation[];
}

export interface PlanTime {
  readonly now: Date;
  /** Keep every day a rate source sends, also those before what is known: for recordings. */
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
  /** What `read` would give if no rule were broken, for a person who decides. Throws what the adapter throws. */
  setAside(visit: Visit, at: Date): RecordJob;
  /** What `read` decides by, for a person who looks. Null for rates, which are judged one by one. */
  inspect(visit: Visit, at: Date): QuoteInspection | null;
}

/** Plans a visit from the body of a collect job. A source, adapter or corridor that config does not know: ConfigError. */
export function planVisit(job: CollectJob, known: Knowledge, time: PlanTime): PlannedVisit {
  const rateSource = known.catalog.rateSources.get(job.source);
  return rateSource === undefined ? planQuoteVisit(job, known) : planRateVisit(rateSource, known, time);
}

function planQuoteVisit(job: CollectJob, known: Knowledge): PlannedVisit {
  const source = known.catalog.quoteSources.get(job.source);
  if (source === undefined) throw new ConfigError(`no file in config/sources describes "${job.source}"`);
  const adapter = quoteAdapterOf(source, known.adapters, known.catalog);
  const task = taskOf(job, known.catalog);
  const readingAt = (at: Date) => ({
    source,
    adapter,
    task,
    catalog: known.catalog,
    checking: { ...buildCheckContext(known.catalog, known, at), known: known.lastSaid ?? [] },
    finishedAt: at.toISOString(),
  });
  return {
    source,
    kind: "quotes",
    adapterVersion: adapter.version,
    requests: adapter.plan(task),
    follow: ({ answers }) => adapter.follow?.(answers.map(toSourceAnswer), task) ?? [],
    read: (visit, at) => readQuotes(visit, readingAt(at)),
    setAside: (visit, at) => buildQuotesRun(visit, readingAt(at), inspectQuotes(visit, readingAt(at))),
    inspect: (visit, at) => inspectQuotes(visit, readingAt(at)),
  };
}

/** A rate source that is new to us is asked for two weeks: jumps and staleness are judged by what came before. */
const firstDays = 14;

function planRateVisit(source: RateSourceConfig, known: Knowledge, { now, everyDay }: PlanTime): PlannedVisit {
  const adapter = adapterOf(known.adapters.rates, source);
  const today = dayOf(now);
  const days = known.rateRows.filter((row) => row.source === source.key).map((row) => row.observedOn);
  // A source may give tomorrow's figure of one currency: today's of the others are wanted all the same.
  const since =
    days
      .filter((day) => day <= today)
      .sort()
      .at(-1) ?? shiftDay(today, -firstDays);
  // Of a month, a revision in its middle may be known before the rows of its beginning.
  const recent = everyDay || source.publication.calendar === "monthly" ? null : since;
  const readingAt = (at: Date) => ({
    source,
    adapter,
    catalog: known.catalog,
    known: known.rateRows,
    since: recent,
    at,
  });
  return {
    source,
    kind: "rates",
    adapterVersion: adapter.version,
    requests: adapter.plan({ since, today }),
    follow: () => [],
    inspect: () => null,
    read: (visit, at) => readRates(visit, readingAt(at)),
    setAside: (visit, at) => readRates(visit, { ...readingAt(at), takesFewer: true }),
  };
}

function taskOf(job: CollectJob, catalog: Catalog): QuoteTask {
  const corridors = job.corridorKeys.map((key) => {
    const corridor = catalog.corridors.get(key);
    if (corridor === undefined) throw new ConfigError(`no file in config/corridors describes "${key}"`);
    return corridor;
  });
  return { corridors, amounts: job.amounts };
}
