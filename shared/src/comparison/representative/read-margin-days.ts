import { type Corridor, type Decimal, dayOf, endOfDay, shiftDay } from "../../domain/index.ts";
import { type Day, listDays } from "../days.ts";
import type { Past } from "../past.ts";
import { noFilters } from "../rank/ask.ts";
import { type RankingContext, rankCorridor } from "../rank/rank-corridor.ts";
import type { References } from "../references.ts";
import { medianMargin } from "./median-margin.ts";

export interface MarginDay {
  readonly day: Day;
  readonly medianMarginPct: Decimal;
}

/** A flag holds until five days clear it; one that was raised longer ago than this is forgotten. */
export const lookBackDays = 30;

interface MarginReading {
  readonly past: Past;
  /** Must reach back as many days as are asked. */
  readonly references: References;
  readonly contextAt: (now: Date) => RankingContext;
}

/** The median margin of a corridor as each of the days before `at` ended; a day that says nothing is left out. */
export async function readMarginDays(
  corridor: Corridor,
  amount: Decimal,
  at: Date,
  { past, references, contextAt }: MarginReading,
): Promise<MarginDay[]> {
  const known: MarginDay[] = [];
  for (const day of daysBefore(at)) {
    const end = endOfDay(day);
    const { value, status } = references.rateAt(corridor.sendCurrency, corridor.receiveCurrency, end);
    if (value === null || status === "hidden") continue;
    const book = await past.bookAt(corridor, end);
    const { ranked } = rankCorridor(book, { kind: "pay", amount }, noFilters, contextAt(end));
    const medianMarginPct = medianMargin(ranked, value);
    if (medianMarginPct !== null) known.push({ day, medianMarginPct });
  }
  return known;
}

function daysBefore(at: Date): Day[] {
  const today = dayOf(at);
  return listDays(shiftDay(today, -lookBackDays), shiftDay(today, -1));
}
