import type { Corridor } from "@openremit/shared/domain";
import type { Formats } from "./format/money.ts";

/** By the names people read; the currencies of one pair of countries keep their order, the usual one first. */
export function sortCorridors(corridors: readonly Corridor[], { country, compareNames }: Formats): Corridor[] {
  return corridors.toSorted(
    (one, other) =>
      compareNames(country(one.sendCountry), country(other.sendCountry)) ||
      compareNames(country(one.receiveCountry), country(other.receiveCountry)),
  );
}
