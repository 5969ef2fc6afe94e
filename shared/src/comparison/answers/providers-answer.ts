import type { Catalog } from "../../catalog/index.ts";
import type { ProvidersAnswer, Warning } from "../../contracts/index.ts";
import type { CorridorBook } from "../book/corridor-book.ts";

/** Who moves money here, with where prices of them are held now. */
export function buildProvidersAnswer(
  catalog: Catalog,
  books: readonly CorridorBook[],
  simulated: boolean,
  warnings: readonly Warning[],
): ProvidersAnswer {
  const seen = new Map<string, { corridors: Set<string>; sources: Set<string> }>();
  for (const { corridor, offers } of books) {
    for (const { provider, source } of offers) {
      const of = seen.get(provider) ?? { corridors: new Set(), sources: new Set() };
      of.corridors.add(corridor.id);
      of.sources.add(source);
      seen.set(provider, of);
    }
  }
  const providers = [...catalog.providers.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    simulated,
    providers: providers.map(({ key, name, kind, status, statusDecision, homePage, regulators }) => ({
      key,
      name,
      kind,
      status,
      statusDecision,
      homePage,
      regulators,
      corridors: [...(seen.get(key)?.corridors ?? [])].sort(),
      sources: [...(seen.get(key)?.sources ?? [])].sort(),
    })),
    warnings: [...warnings],
  };
}
