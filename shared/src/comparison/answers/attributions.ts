import type { Catalog } from "../../catalog/index.ts";
import type { Attributions } from "../../contracts/index.ts";

/** The words of those sources that want some, each once, by source. */
export function buildAttributions(
  sources: Iterable<string | null>,
  { quoteSources, rateSources }: Pick<Catalog, "quoteSources" | "rateSources">,
): Attributions {
  return [...new Set(sources)].sort().flatMap((source) => {
    if (source === null) return [];
    const text = (quoteSources.get(source) ?? rateSources.get(source))?.attribution ?? null;
    return text === null ? [] : [{ source, text }];
  });
}
