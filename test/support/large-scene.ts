import type { LatestEntry, QuoteObservation } from "@openremit/shared/contracts";
import { type Corridor, payIns } from "@openremit/shared/domain";
import { quoteOf, sceneCatalog } from "./comparison-scene.ts";

const amounts = ["50", "140", "200", "345", "500", "1000"];

/** Six samples of each of so many offers: providers × ways of paying in, every price different. */
export function buildManyQuotes(corridor: Corridor, offers: number, observedAt: string): QuoteObservation[] {
  const providers = [...sceneCatalog.providers.keys()];
  return Array.from({ length: offers }, (_, index) => {
    const provider = providers[index % providers.length] ?? "wise";
    const payIn = payIns[Math.floor(index / providers.length) % payIns.length] ?? "cash";
    return amounts.map((amount, step) =>
      quoteOf({
        corridor: { ...corridor, id: corridor.id },
        provider,
        payIn,
        amount,
        fee: `${1 + (index % 7)}.${step}9`,
        rate: `10.${7000 + index * 13 + step * 5}`,
        feePlacement: index % 2 === 0 ? "inside" : "on_top",
        received: null,
        observedAt,
        fetchedAt: observedAt,
      }),
    );
  }).flat();
}

/** The same as the store holds it: one successful visit per amount. */
export function buildManyEntries(corridor: Corridor, offers: number, observedAt: string): LatestEntry[] {
  const quotes = buildManyQuotes(corridor, offers, observedAt);
  return amounts.map((amount, index) => ({
    source: "wise",
    amount,
    runId: `00000000-0000-4000-8000-00000000000${index}`,
    fetchedAt: observedAt,
    quotes: quotes.filter((quote) => quote.amount === amount),
  }));
}
