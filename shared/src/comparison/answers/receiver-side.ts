import type { Catalog, CatalogReceiverLine } from "../../catalog/index.ts";
import type { ReceiverCost, ReceiverLineView } from "../../contracts/index.ts";
import {
  type Corridor,
  concernsOffer,
  type Decimal,
  dayOf,
  isReceiverLineInForce,
  minorUnits,
  moneyText,
  receiverDirection,
  receiverLineAmount,
} from "../../domain/index.ts";
import type { BookOffer } from "../book/corridor-book.ts";

/** The lines in force in a corridor on the day of a moment. */
export function receiverLinesAt(
  corridor: Corridor,
  at: Date,
  { receiverLinesOf }: Pick<Catalog, "receiverLinesOf">,
): readonly CatalogReceiverLine[] {
  const day = dayOf(at);
  return receiverLinesOf(corridor).filter((line) => isReceiverLineInForce(line, day));
}

/** What the lines come to for one offer; beside X, never in it (METHOD 6). */
export function buildReceiverCosts(
  lines: readonly CatalogReceiverLine[],
  offer: Pick<BookOffer, "payOut" | "provider">,
  received: Decimal | null,
): ReceiverCost[] {
  return lines
    .filter((line) => concernsOffer(line, offer))
    .map((line) => {
      const { id, currency } = line;
      const amount = received && receiverLineAmount(line, received, minorUnits(currency));
      return { line: id, amount: amount && moneyText(amount, currency), currency, direction: receiverDirection(line) };
    });
}

/** Those of the lines that a row refers to, with their words and sources. */
export function buildReceiverLines(
  lines: readonly CatalogReceiverLine[],
  rows: readonly { readonly receiverCosts: readonly ReceiverCost[] }[],
): ReceiverLineView[] {
  return lines
    .filter(({ id }) => rows.some(({ receiverCosts }) => receiverCosts.some(({ line }) => line === id)))
    .map(({ id, kind, operator, when, note, schedule, since, until, basis, source }) => {
      return { id, kind, operator, when, note, scheduleKnown: schedule !== null, since, until, basis, source };
    });
}
