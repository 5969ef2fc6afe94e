import { type CorridorDayRow, datasetContracts, type ExportFilters } from "../../contracts/index.ts";
import {
  type Corridor,
  type Decimal,
  dayOf,
  daysBetween,
  decimalText,
  endOfDay,
  parseDecimal,
  roundHalfUp,
  shiftDay,
} from "../../domain/index.ts";
import { type CorridorSpan, readCorridorSpans } from "../../storage/index.ts";
import { type Day, listDays } from "../days.ts";
import { chunkDays, readOfferDays } from "../history/read-offer-days.ts";
import { summariseOfferDays } from "../history/summarise-offer-days.ts";
import { createPastPrices } from "../past.ts";
import { corridorCells } from "./corridor-cells.ts";
import { isAsked } from "./corridors-asked.ts";
import type { DatasetGround } from "./dataset.ts";
import { createListedDataset } from "./listed-dataset.ts";

/** Beyond what any price is known to; the API shows two of them. */
const pctPlaces = 6;

interface Work {
  readonly corridor: Corridor;
  readonly amounts: readonly Decimal[];
  readonly span: CorridorSpan;
}

/** What every corridor cost on every day, by the code that answers its history. */
export const corridorDays = createListedDataset({
  contract: datasetContracts["corridor-days"],
  async *list(filters, ground) {
    const works = await listWorks(filters, ground);
    const range = rangeOf(works, filters, ground.now);
    const past = createPastPrices(ground.catalog, ground.view);
    for (let from = range.from; from <= range.to; from = shiftDay(from, chunkDays)) {
      const last = shiftDay(from, chunkDays - 1);
      const end = last < range.to ? last : range.to;
      const known = past.referencesAt(endOfDay(end), chunkDays);
      known.catch(() => undefined);
      for (const day of listDays(from, end)) {
        const rows: CorridorDayRow[] = [];
        for (const { corridor, amounts, span } of works) {
          if (day < dayOf(span.first) || day > dayOf(span.last)) continue;
          for (const amount of amounts) {
            const asked = { corridor, amount, from: day, to: day };
            const offerDays = await readOfferDays(asked, { ...ground, past, references: () => known });
            if (offerDays.length > 0) rows.push(rowOf(asked, summariseOfferDays(offerDays), ground.simulated));
          }
        }
        if (rows.length > 0) yield rows;
      }
    }
  },
  async mostRows(filters, ground) {
    const works = await listWorks(filters, ground);
    const { from, to } = rangeOf(works, filters, ground.now);
    const amounts = works.reduce((sum, work) => sum + work.amounts.length, 0);
    return Math.max(0, daysBetween(from, to) + 1) * amounts;
  },
});

async function listWorks(filters: ExportFilters, { view, catalog }: DatasetGround): Promise<Work[]> {
  const spans = await readCorridorSpans(view);
  return [...spans]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, span]) => {
      const corridor = catalog.corridors.get(key);
      if (corridor === undefined || !isAsked(key, filters)) return [];
      const amounts = catalog.corridorConfigs.get(corridor.id)?.amounts ?? [];
      return [{ corridor, span, amounts: amounts.map((amount) => parseDecimal(amount)) }];
    });
}

/** From the first day with a price to the last, within the days asked for; empty (from after to) where there is none. */
function rangeOf(works: readonly Work[], { since, until }: ExportFilters, now: Date): { from: Day; to: Day } {
  const today = dayOf(now);
  const first = works.map(({ span }) => dayOf(span.first)).sort()[0] ?? shiftDay(today, 1);
  const last =
    works
      .map(({ span }) => dayOf(span.last))
      .sort()
      .at(-1) ?? today;
  const ends = [last, today, ...(until === undefined ? [] : [until])].sort();
  return { from: since !== undefined && since > first ? since : first, to: ends[0] ?? today };
}

function rowOf(
  { corridor, amount, from }: { corridor: Corridor; amount: Decimal; from: Day },
  summary: ReturnType<typeof summariseOfferDays>,
  simulated: boolean,
): CorridorDayRow {
  return {
    ...corridorCells(corridor),
    day: from,
    amount: decimalText(amount),
    mean_cost_pct: pctText(summary.mean),
    median_cost_pct: pctText(summary.median),
    cheapest_cost_pct: pctText(summary.cheapest?.costPct ?? null),
    cheapest_provider: summary.cheapest?.provider ?? null,
    cheapest3_cost_pct: pctText(summary.cheapestThree),
    offers: summary.offers,
    providers: summary.providers,
    sources: summary.sources,
    without_reference: summary.withoutReference,
    simulated,
  };
}

function pctText(value: Decimal | null): string | null {
  return value === null ? null : decimalText(roundHalfUp(value, pctPlaces));
}
