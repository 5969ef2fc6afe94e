import type { Catalog } from "../../catalog/index.ts";
import {
  type QuoteSourceConfig,
  type RateSourceConfig,
  type SourceStateView,
  type SourcesAnswer,
  visitSourceKey,
  type Warning,
} from "../../contracts/index.ts";
import { missedPublications, type RateKnowledge } from "../../domain/index.ts";
import type { SourceState } from "../../storage/index.ts";
import type { CorridorBook } from "../book/corridor-book.ts";
import { describeSource } from "./source-words.ts";

interface SourcesKnowledge {
  readonly catalog: Catalog;
  readonly books: readonly CorridorBook[];
  readonly rates: RateKnowledge;
  /** Null: PostgreSQL is out of reach, and nothing is known of visits. */
  readonly states: ReadonlyMap<string, SourceState> | null;
  readonly now: Date;
  readonly simulated: boolean;
  readonly warnings: readonly Warning[];
}

const unknownVisits: Warning = {
  code: "visits_unknown",
  detail: "The record of visits cannot be read at the moment; what is shown is from configuration alone.",
};

/** Every source with how it is doing: silence, failure and refusal are visible here. */
export function buildSourcesAnswer(knowledge: SourcesKnowledge): SourcesAnswer {
  const { catalog, simulated, states, warnings } = knowledge;
  const held = countHeld(knowledge.books);
  const newest = newestPublications(knowledge.rates);
  const quotes = quoteSourcesOf(catalog).map((config) => ({
    ...common(config, knowledge),
    about: "quotes" as const,
    kind: config.kind,
    missedPublications: null,
    dataHeld: held.get(config.key) ?? 0,
  }));
  const rates = [...catalog.rateSources.values()].map((config) => ({
    ...common(config, knowledge),
    about: "rates" as const,
    kind: null,
    missedPublications: missedOf(config, newest.get(config.key), knowledge),
    dataHeld: null,
  }));
  const sources: SourceStateView[] = [...quotes, ...rates].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { simulated, sources, warnings: states === null ? [...warnings, unknownVisits] : [...warnings] };
}

/** People who visit shops stand among the sources that are asked. */
function quoteSourcesOf(catalog: Catalog): readonly QuoteSourceConfig[] {
  const people = catalog.quoteSourceOf(visitSourceKey);
  return [...catalog.quoteSources.values(), ...(people === null ? [] : [people])];
}

function common(config: QuoteSourceConfig | RateSourceConfig, { states, now, simulated }: SourcesKnowledge) {
  const record = states?.get(config.key) ?? null;
  const lastRun = record?.lastRun ?? null;
  return {
    key: config.key,
    name: config.name,
    ...describeSource(config, record, now, simulated),
    enabled: config.enabled,
    verified: config.verified,
    attribution: config.attribution,
    everyMinutes: config.schedule.everyMinutes,
    requestsPerDay: config.limits.perDay,
    robots: lastRun?.robots ?? null,
    lastRun: lastRun && {
      runId: lastRun.runId,
      outcome: lastRun.outcome,
      finishedAt: lastRun.finishedAt,
      errorCode: lastRun.errorCode,
      errorMessage: lastRun.errorMessage,
    },
    lastSuccessAt: record?.lastSuccessAt ?? null,
    missingKey: missingKeyOf(config, record),
    paused: record?.pause ? { since: record.pause.pausedAt, reason: record.pause.reason } : null,
    issues: (record?.openIssues ?? []).map(({ source: _source, ...issue }) => issue),
  };
}

/** Whose key the collector lacks; of a source that needs none any more, nothing. */
function missingKeyOf(config: QuoteSourceConfig | RateSourceConfig, record: SourceState | null) {
  const credential = "credential" in config ? config.credential : undefined;
  if (!record?.missingKey || credential === undefined) return null;
  return { ...record.missingKey, obtain: credential.obtain };
}

/** A source may answer every visit and still repeat an old day. */
function missedOf({ publication }: RateSourceConfig, newest: string | undefined, { rates, now }: SourcesKnowledge) {
  if (newest === undefined) return null;
  return missedPublications({ publication, observedOn: newest, at: now, targetClosedOn: rates.targetClosedOn });
}

/** The newest publication day held of each rate source. */
function newestPublications({ rows }: RateKnowledge): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { source, observedOn } of rows) {
    if (observedOn > (newest.get(source) ?? "")) newest.set(source, observedOn);
  }
  return newest;
}

function countHeld(books: readonly CorridorBook[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const offer of books.flatMap((book) => book.offers)) {
    const schedule = offer.standing?.schedule ? 1 : 0;
    const count = (offer.standing?.quotes.length ?? 0) + schedule + offer.partial.length + offer.promotional.length;
    held.set(offer.source, (held.get(offer.source) ?? 0) + count);
  }
  return held;
}
