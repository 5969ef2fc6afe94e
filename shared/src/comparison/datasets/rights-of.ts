import type { Catalog } from "../../catalog/index.ts";
import type { Cell } from "../../contracts/index.ts";

/** Under what terms figures may be passed on. */
export interface Rights {
  readonly licence: Cell;
  readonly attribution: Cell;
}

/** Licence or attribution of a source's figures, by the source's key; null of one that no config names any more. */
export function rightsOf(
  { quoteSources, rateSources }: Pick<Catalog, "quoteSources" | "rateSources">,
  right: keyof Rights,
): (source: string) => Cell {
  return (source) => (quoteSources.get(source) ?? rateSources.get(source))?.[right] ?? null;
}
