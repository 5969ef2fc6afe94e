import type { PublishedQuote } from "@openremit/shared/contracts";
import type { Corridor } from "@openremit/shared/domain";
import type { ParsedQuotes, SetAside } from "./adapter.ts";

/** What a table says of a corridor: its price, what of it cannot be read, or nothing, where it is not offered (null). */
export type CorridorReading = PublishedQuote | SetAside | null;

/** Reads a table that holds every corridor at once, corridor by corridor, so that one bad row costs its own corridor only. */
export function readCorridors(
  corridors: readonly Corridor[],
  read: (corridor: Corridor) => CorridorReading,
): ParsedQuotes {
  const quotes: PublishedQuote[] = [];
  const setAside: SetAside[] = [];
  for (const corridor of corridors) {
    const reading = read(corridor);
    if (reading === null) continue;
    if ("code" in reading) setAside.push(reading);
    else quotes.push(reading);
  }
  return { quotes, setAside };
}
