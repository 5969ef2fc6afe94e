import type { ReceiverConfig, ReceiverLineConfig } from "../contracts/index.ts";
import { type Corridor, parseDecimal, parseFeeSchedule, type ReceiverLine } from "../domain/index.ts";

/** A line on the receiver's side, figures parsed, with the words and the source it is shown with. */
export type CatalogReceiverLine = ReceiverLine &
  Readonly<Pick<ReceiverLineConfig, "id" | "operator" | "when" | "note" | "basis" | "source">>;

/** Finds the lines of a corridor of money, in the order of its country's file. */
export type ReceiverLinesOf = (
  corridor: Pick<Corridor, "receiveCountry" | "receiveCurrency">,
) => readonly CatalogReceiverLine[];

const none: readonly CatalogReceiverLine[] = Object.freeze([]);

/** Parses every line once; a corridor's lines are those of its country in its currency, of any day. */
export function buildReceiverLines(configs: Iterable<ReceiverConfig>): ReceiverLinesOf {
  const byPlace = new Map<string, CatalogReceiverLine[]>();
  for (const { country, lines } of configs) {
    for (const line of lines) {
      const place = `${country} ${line.currency}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), parseLine(line)]);
    }
  }
  return ({ receiveCountry, receiveCurrency }) => byPlace.get(`${receiveCountry} ${receiveCurrency}`) ?? none;
}

function parseLine({ schedule, band, ...line }: ReceiverLineConfig): CatalogReceiverLine {
  return Object.freeze({
    ...line,
    schedule: schedule && parseFeeSchedule(schedule),
    band: band && { min: parseDecimal(band.min), max: parseDecimal(band.max) },
  });
}
