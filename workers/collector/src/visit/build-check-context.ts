import type { Catalog } from "@openremit/shared/catalog";
import {
  type Corridor,
  corridorKey,
  type Decimal,
  dayOf,
  type RateRow,
  selectReferenceRate,
} from "@openremit/shared/domain";
import type { CheckContext } from "../checks/index.ts";

/** What the checks of a run may look at: the reference rates as known at a moment, each chosen once. */
export function buildCheckContext(
  catalog: Catalog,
  rows: readonly RateRow[],
  now: Date,
): Omit<CheckContext, "source" | "covers" | "known"> {
  const knowledge = catalog.rateKnowledge(rows);
  const today = dayOf(now);
  const chosen = new Map<string, Decimal | null>();
  return {
    now,
    regimeIsMultiple: (currency) => knowledge.regimeOf(currency, today) === "multiple",
    referenceFor: (corridor: Corridor) => {
      const key = corridorKey(corridor);
      const question = { base: corridor.sendCurrency, quote: corridor.receiveCurrency, at: now };
      if (!chosen.has(key)) chosen.set(key, selectReferenceRate(question, knowledge).value);
      return chosen.get(key) ?? null;
    },
  };
}
