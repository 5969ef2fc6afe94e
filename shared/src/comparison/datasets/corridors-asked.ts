import type { ExportFilters } from "../../contracts/index.ts";
import type { CorridorSpan } from "../../storage/index.ts";

/** Whether a corridor key such as `be-ma:EUR-MAD` is from and to the countries asked for. */
export function isAsked(corridorKey: string, { from, to }: ExportFilters): boolean {
  const [send, receive] = corridorKey.slice(0, 5).toUpperCase().split("-");
  return (from === undefined || from === send) && (to === undefined || to === receive);
}

export function namesCountry({ from, to }: ExportFilters): boolean {
  return from !== undefined || to !== undefined;
}

/** Keys of the corridors with quotes that are asked for, also of those that no config names any more. */
export function keysAsked(spans: ReadonlyMap<string, CorridorSpan>, filters: ExportFilters): string[] {
  return [...spans.keys()].filter((key) => isAsked(key, filters));
}
