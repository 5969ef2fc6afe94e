import type { CorridorSummary, Warning } from "../../contracts/index.ts";
import {
  costsOf,
  type Decimal,
  displayPct,
  medianOf,
  moneyText,
  parseDecimal,
  type ReferenceRate,
} from "../../domain/index.ts";
import type { CorridorBook } from "../book/corridor-book.ts";
import { noFilters } from "../rank/ask.ts";
import type { RankableOffer } from "../rank/judged-offer.ts";
import { type RankedCorridor, type RankingContext, rankCorridor } from "../rank/rank-corridor.ts";
import { leastOf, meanOf, pctOrNull } from "../statistics.ts";
import { corridorView, newestOf } from "./offers-answer.ts";
import { buildReferenceView } from "./reference-view.ts";
import { emptinessWarning } from "./warning-texts.ts";

export interface SummaryKnowledge {
  readonly book: CorridorBook;
  readonly reference: ReferenceRate;
  readonly isRepresentative: boolean;
  readonly context: RankingContext;
  readonly amount: Decimal;
}

/** SDG 10.c: 3 % is a target for the world mean only, 5 % for each corridor's SmaRT only (METHOD 7). */
const lines = [
  { linePct: parseDecimal("3"), means: "SDG 10.c target for the mean of all corridors in the world" },
  { linePct: parseDecimal("5"), means: "SDG 10.c limit for the three cheapest suitable services of a corridor" },
];

export interface Summarised {
  readonly summary: CorridorSummary;
  /** What corridors are ordered by; null where no reference rate is usable. */
  readonly medianCost: Decimal | null;
}

/** One corridor at its default amount: what its standing, current offers cost, and how much stands behind the figure. */
export function buildCorridorSummary({ book, amount, context, ...rest }: SummaryKnowledge): Summarised {
  const { corridor } = book;
  const { view, usable, warnings } = buildReferenceView(rest.reference, rest.isRepresentative);
  const ranking = rankCorridor(book, { kind: "pay", amount }, noFilters, context, usable);
  const costs = usable === null ? [] : ranking.ranked.flatMap((row) => costOf(row, usable));
  const best = ranking.ranked[0];
  const mean = meanOf(costs);
  const medianCost = medianOf(costs);
  return {
    medianCost,
    summary: {
      corridor: corridorView(corridor),
      pay: moneyText(amount, corridor.sendCurrency),
      bestCostPct: pctOrNull(leastOf(costs)),
      medianCostPct: pctOrNull(medianCost),
      meanCostPct: pctOrNull(mean),
      bestProvider: best === undefined ? null : { key: best.offer.provider, name: best.providerName },
      bestReceived: best === undefined ? null : moneyText(best.priced.received, corridor.receiveCurrency),
      coverage: coverageOf(ranking),
      newestObservedAt: newestOf(book)?.toISOString() ?? null,
      oldestObservedAt: oldestOf(ranking.ranked)?.toISOString() ?? null,
      reference: view,
      lines: lines.map(({ linePct, means }) => ({
        linePct: displayPct(linePct),
        means,
        meanIs: mean === null ? null : mean.lte(linePct) ? ("below" as const) : ("above" as const),
      })),
      warnings: [...emptiness(book, ranking), ...warnings],
    },
  };
}

function costOf(row: RankableOffer, reference: Decimal): Decimal[] {
  const { effectiveCostPct } = costsOf(row.priced, row.offer.feePlacement, reference);
  return effectiveCostPct === null ? [] : [effectiveCostPct];
}

function coverageOf({ ranked, unranked }: RankedCorridor): CorridorSummary["coverage"] {
  return {
    providers: new Set(ranked.map((row) => row.offer.provider)).size,
    sources: new Set(ranked.map((row) => row.offer.source)).size,
    offers: ranked.length,
    unranked: unranked.length,
  };
}

function oldestOf(ranked: readonly RankableOffer[]): Date | null {
  return ranked.length === 0 ? null : new Date(Math.min(...ranked.map((row) => row.observedAt.getTime())));
}

function emptiness(book: CorridorBook, { ranked, unranked, alive }: RankedCorridor): Warning[] {
  return emptinessWarning({ newestObservedAt: newestOf(book), alive, listed: ranked.length + unranked.length });
}
