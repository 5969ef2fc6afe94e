import type { QuoteSourceConfig } from "../contracts/index.ts";
import type { Corridor } from "../domain/index.ts";
import type { Catalog } from "./catalog.ts";

/** The enabled corridors of money a source is asked about, in the catalog's order. */
export function corridorsForSource(
  catalog: Pick<Catalog, "corridorConfigs" | "corridors">,
  source: Pick<QuoteSourceConfig, "corridors">,
): Corridor[] {
  return [...catalog.corridors.values()].filter(
    ({ id }) =>
      catalog.corridorConfigs.get(id)?.enabled === true &&
      (source.corridors === "all" || source.corridors.includes(id)),
  );
}
