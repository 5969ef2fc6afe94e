import type { Catalog } from "../catalog/index.ts";
import type { DatasetName, ExportFilters, ReceiptAnswer } from "../contracts/index.ts";
import type { Clock, Logger, Mode, Registry } from "../runtime/index.ts";
import type { Database, LatestStore } from "../storage/index.ts";
import type { Answered } from "./answered.ts";
import { answerReceipt } from "./answers/receipt-answer.ts";
import { createBookShelf } from "./book/book-shelf.ts";
import { createShelfKeeper, type KeeperTiming, type ShelfChange } from "./book/keep-shelf.ts";
import { type OpenedExport, openExport } from "./datasets/open-export.ts";
import { createDesk } from "./desk/create-desk.ts";
import { createDirectoryDesk } from "./desk/directory-desk.ts";
import { createHistoryDesk } from "./desk/history-desk.ts";
import { createLiveDesk } from "./desk/live-desk.ts";
import { createRatesDesk } from "./desk/rates-desk.ts";
import { createReleasesDesk } from "./desk/releases-desk.ts";
import { createSurveyDesk } from "./desk/survey-desk.ts";
import { createPast } from "./past.ts";
import { createRankingContext } from "./provider-at.ts";
import type { OffersQuestion } from "./questions.ts";
import { createRankingTimer } from "./ranking-timer.ts";
import { createMarginKeeper } from "./representative/keep-margin-days.ts";
import { createWorldKeeper } from "./survey/keep-world-quarters.ts";
import { createSurveyPast } from "./survey/survey-past.ts";

export interface ComparisonOptions {
  readonly catalog: Catalog;
  readonly latest: LatestStore;
  /** The record to read from, which may be a replica some seconds behind. */
  readonly database: Database;
  /** Asked again for what a replica does not have yet; `database` unless said. */
  readonly primary?: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mode: Mode;
  readonly timing?: Partial<KeeperTiming>;
  /** The folder of releases; none are handed out unless said. */
  readonly releasesDirectory?: string;
  /** Where rankings are timed; nowhere unless said. */
  readonly metrics?: Registry;
}

/** Which parts answer. */
export interface ComparisonHealth {
  readonly redis: boolean;
  readonly postgres: boolean;
  /** Everything was read from Redis at least once. */
  readonly book: boolean;
}

/** Something changed that answers were made of. */
export type ComparisonChange = ShelfChange;

export type Comparison = ReturnType<typeof createComparison>;

/**
 * The application's heart: answers every question about prices from the corridor books in memory, and about the past
 * from PostgreSQL, through the same ranking. Read-only. API, page and exports all ask it, so they cannot disagree.
 */
export function createComparison(options: ComparisonOptions) {
  const { catalog, latest, database, clock, logger, mode, timing, releasesDirectory } = options;
  const listeners = new Set<(change: ComparisonChange) => void>();
  const tell = (change: ComparisonChange) => {
    for (const listener of listeners) listener(change);
  };
  const shelf = createBookShelf(catalog);
  const past = createPast(catalog, database, options.primary);
  const contextAt = (now: Date) => createRankingContext(catalog, now);
  const now = () => clock.now();
  const margins = createMarginKeeper({
    catalog,
    past,
    log: logger,
    now,
    contextAt,
    onRead: (corridorKey) => tell({ kind: "corridor", corridorKey }),
  });
  const corridorKeys = [...catalog.corridors.keys()];
  const keeper = createShelfKeeper({ shelf, latest, corridorKeys, log: logger, onChange: tell, timing });
  const desk = createDesk({ catalog, shelf, past, keeper, margins, now, log: logger, simulated: mode === "simulated" });
  const live = createLiveDesk(desk);
  const history = createHistoryDesk(desk);
  const rates = createRatesDesk(desk);
  const directory = createDirectoryDesk(desk);
  const surveyPast = createSurveyPast(database);
  const world = createWorldKeeper({ survey: surveyPast, countries: catalog.countries, log: logger });
  const timed = createRankingTimer(options.metrics);

  return {
    name: "comparison",
    async start(): Promise<void> {
      await keeper.start();
      margins.start();
      world.start();
    },
    async stop(): Promise<void> {
      await Promise.all([keeper.stop(), margins.stop(), world.stop()]);
    },
    /** Offers for a budget, or for an exact sum received; as of now, or as of a moment in history. */
    offers: async (question: OffersQuestion) =>
      question.at === null
        ? timed("now", () => live.offers(question))
        : timed("past", () => history.offersAt(question)),
    corridors: live.corridors,
    corridor: live.corridor,
    /** A corridor of money at several amounts: what `offers` answers to each. */
    widget: live.widget,
    history: history.history,
    index: history.index,
    rates: rates.rates,
    receipt: async (quoteId: string): Promise<Answered<ReceiptAnswer>> => {
      const answer = await answerReceipt(quoteId, catalog, past);
      return history.answered(answer, answer.run.runId);
    },
    providers: directory.providers,
    sources: directory.sources,
    ...createSurveyDesk(desk, surveyPast, world),
    ...createReleasesDesk(desk, releasesDirectory ?? null),
    /** The last successful visit of each source to each corridor of money on offer. */
    visits: directory.visits,
    simulated: mode === "simulated",
    /** A dataset, row by row, as the record stands at this moment. Whoever opens one finishes or abandons it. */
    openExport: (name: DatasetName, filters: ExportFilters): Promise<OpenedExport> =>
      openExport(name, filters, { catalog, database, simulated: mode === "simulated", now }),
    async health(): Promise<ComparisonHealth> {
      return { redis: keeper.isUp(), postgres: await past.isUp(), book: keeper.isLoaded() };
    },
    /** Hears of every change that can make an answer untrue. Returns the way to stop listening. */
    onChange(listener: (change: ComparisonChange) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
