import type { Catalog } from "../../catalog/index.ts";
import type { Warning } from "../../contracts/index.ts";
import { type Corridor, corridorKey, type Decimal, dayOf, defaultAmount } from "../../domain/index.ts";
import type { Logger } from "../../runtime/index.ts";
import type { Answered } from "../answered.ts";
import { olderDataWarning } from "../answers/warning-texts.ts";
import type { BookShelf } from "../book/book-shelf.ts";
import type { ShelfKeeper } from "../book/keep-shelf.ts";
import type { Past } from "../past.ts";
import { createRankingContext } from "../provider-at.ts";
import { noFilters } from "../rank/ask.ts";
import { rankCorridor } from "../rank/rank-corridor.ts";
import type { MarginKeeper } from "../representative/keep-margin-days.ts";
import { medianMargin } from "../representative/median-margin.ts";

interface DeskOptions {
  readonly catalog: Catalog;
  readonly shelf: BookShelf;
  readonly past: Past;
  readonly keeper: ShelfKeeper;
  readonly margins: MarginKeeper;
  readonly now: () => Date;
  readonly log: Logger;
  readonly simulated: boolean;
}

export type Desk = ReturnType<typeof createDesk>;

/** Reference rates age by publication: a minute is short against any of its limits. */
const referenceHoldsMs = 60_000;

/** What every kind of question shares: corridors on offer, warnings about the knowledge, and how long an answer holds. */
export function createDesk(options: DeskOptions) {
  const { catalog, shelf, keeper, margins, now } = options;
  const todayMargins = new Map<string, { readonly of: string; readonly margin: Decimal | null }>();

  /** The median margin at the default amount, made again when book, rates or the minute change. */
  function marginNow(corridor: Corridor, at: Date): Decimal | null {
    const key = corridorKey(corridor);
    const book = shelf.book(key);
    const of = `${book.version} ${shelf.references().version} ${Math.floor(at.getTime() / referenceHoldsMs)}`;
    const known = todayMargins.get(key);
    if (known?.of === of) return known.margin;
    const { value, status } = shelf.references().rateAt(corridor.sendCurrency, corridor.receiveCurrency, at);
    const ask = { kind: "pay" as const, amount: amountOf(corridor) };
    const isMeasured = value !== null && status !== "hidden";
    const margin = isMeasured
      ? medianMargin(rankCorridor(book, ask, noFilters, createRankingContext(catalog, at)).ranked, value)
      : null;
    todayMargins.set(key, { of, margin });
    return margin;
  }

  function amountOf(corridor: Corridor): Decimal {
    return defaultAmount({ amounts: catalog.corridorConfigs.get(corridor.id)?.amounts ?? [] });
  }

  return {
    ...options,
    amountOf,
    /** Corridors of money whose country pair is on offer. */
    corridors: [...catalog.corridors.values()].filter(({ id }) => catalog.corridorConfigs.get(id)?.enabled === true),
    isRepresentative(corridor: Corridor, at: Date): boolean {
      const margin = marginNow(corridor, at);
      return margins.isRepresentative(
        corridorKey(corridor),
        margin === null ? null : { day: dayOf(at), medianMarginPct: margin },
      );
    },
    warnings: (): Warning[] => (keeper.isUp() ? [] : [olderDataWarning]),
    /** @param visitDue the next expected visit; null: none is expected. */
    answered<Answer>(
      answer: Answer,
      version: string,
      corridorKeys: readonly string[] | null,
      { changesAt, visitDue }: { changesAt: Date | null; visitDue: Date | null },
    ): Answered<Answer> {
      const at = now().getTime();
      const trueUntilMs = Math.min(at + referenceHoldsMs, changesAt?.getTime() ?? Number.POSITIVE_INFINITY);
      const freshUntilMs = Math.min(trueUntilMs, visitDue?.getTime() ?? Number.POSITIVE_INFINITY);
      return { answer, version, corridorKeys, trueUntil: new Date(trueUntilMs), freshUntil: new Date(freshUntilMs) };
    },
  };
}
