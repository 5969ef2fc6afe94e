import type { Catalog } from "../../catalog/index.ts";
import type { CorridorAnswer } from "../../contracts/index.ts";
import type { ReferenceRate } from "../../domain/index.ts";
import type { BookOffer, CorridorBook } from "../book/corridor-book.ts";
import { freshnessAt } from "../rank/freshness-at.ts";
import type { RankingContext } from "../rank/rank-corridor.ts";
import { newestOf } from "./offers-answer.ts";
import { buildReferenceView } from "./reference-view.ts";
import { emptinessWarning } from "./warning-texts.ts";

interface MoneyKnowledge {
  readonly book: CorridorBook;
  readonly reference: ReferenceRate;
  readonly isRepresentative: boolean;
  readonly context: RankingContext;
  readonly catalog: Catalog;
}

type MoneyCorridor = CorridorAnswer["currencies"][number];

/** What is known of one corridor of money: methods and providers seen, sources with their age, regime and reference. */
export function buildMoneyCorridor({ book, context, catalog, ...rest }: MoneyKnowledge): MoneyCorridor {
  const reference = buildReferenceView(rest.reference, rest.isRepresentative);
  const alive = book.offers.filter((offer) => stateOf(offer, context) !== "expired" && isActive(offer, context));
  const newest = newestOffer(alive);
  return {
    receiveCurrency: book.corridor.receiveCurrency,
    regime: rest.reference.regime,
    reference: reference.view,
    payIns: distinct(alive.map((offer) => offer.payIn)),
    payOuts: distinct(alive.map((offer) => offer.payOut)),
    providers: distinct(alive.map((offer) => offer.provider)).map((key) => ({
      key,
      name: context.providerAt(key, context.now)?.name ?? key,
    })),
    sources: book.visits.flatMap(({ source, fetchedAt }) => sourceView(source, fetchedAt, book, context, catalog)),
    freshness: newest && stateOf(newest, context),
    warnings: [
      ...emptinessWarning({ newestObservedAt: newestOf(book), alive: alive.length, listed: alive.length }),
      ...reference.warnings,
    ],
  };
}

function sourceView(source: string, fetchedAt: Date, book: CorridorBook, context: RankingContext, catalog: Catalog) {
  const config = catalog.quoteSourceOf(source);
  if (config === null) return [];
  const newest = newestOffer(book.offers.filter((offer) => offer.source === source));
  return [
    {
      key: source,
      name: config.name,
      kind: config.kind,
      lastSuccessAt: fetchedAt.toISOString(),
      newestObservedAt: newest?.newestObservedAt.toISOString() ?? null,
      freshness: newest && stateOf(newest, context),
      everyMinutes: config.schedule.everyMinutes,
    },
  ];
}

function stateOf(offer: BookOffer, context: RankingContext) {
  return freshnessAt(context, offer, offer.newestObservedAt);
}

function isActive(offer: BookOffer, context: RankingContext): boolean {
  return context.providerAt(offer.provider, context.now)?.isActive ?? false;
}

function newestOffer(offers: readonly BookOffer[]): BookOffer | null {
  return offers.reduce<BookOffer | null>(
    (newest, offer) => (newest === null || offer.newestObservedAt > newest.newestObservedAt ? offer : newest),
    null,
  );
}

/** Sorted, null last. */
function distinct<Value extends string | null>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}
