import type { Catalog } from "@openremit/shared/catalog";
import { dayOf } from "@openremit/shared/domain";
import type { CheckContext } from "../checks/index.ts";
import { createReferenceFor, type KnownRates } from "./choose-reference.ts";

/** What the checks of a run may look at: the reference rates as known at a moment. */
export function buildCheckContext(
  catalog: Pick<Catalog, "rateKnowledge">,
  { rateRows, referenceFor }: KnownRates,
  now: Date,
): Omit<CheckContext, "source" | "covers" | "known"> {
  const knowledge = catalog.rateKnowledge(rateRows);
  const choose = referenceFor ?? createReferenceFor(knowledge);
  const today = dayOf(now);
  return {
    now,
    regimeIsMultiple: (currency) => knowledge.regimeOf(currency, today) === "multiple",
    referenceFor: ({ sendCurrency, receiveCurrency }) =>
      choose({ base: sendCurrency, quote: receiveCurrency, at: now }),
  };
}
