import type { Catalog } from "../catalog/index.ts";
import { type Corridor, corridorKey, NoFreshDataError } from "../domain/index.ts";
import { failureClassOf, inTime } from "../runtime/index.ts";
import {
  type Database,
  daysPerPair,
  type Reading,
  readLatest,
  readQuoteRevisions,
  readQuotesBetween,
  readRates,
  readRun,
  readSourceStates,
} from "../storage/index.ts";
import { buildCorridorBook } from "./book/build-corridor-book.ts";
import type { CorridorBook } from "./book/corridor-book.ts";
import { createProbe } from "./probe.ts";
import { createReferences, type References } from "./references.ts";

const timeoutMs = 15_000;

/** History, read from PostgreSQL: the same shapes as the live knowledge, as they stood then. */
export type Past = ReturnType<typeof createPast>;

/** What statistics over days need of it. */
export type PastPrices = ReturnType<typeof createPastPrices>;

/** The prices and rates among it, of the record as it is or of one state of it. */
export function createPastPrices(catalog: Catalog, reading: Reading) {
  return {
    /** @param days how many days before `at` selections will be made for. */
    async referencesAt(at: Date, days = 0): Promise<References> {
      return createReferences(catalog, await asked(readRates(reading, { at, perPair: daysPerPair + days })));
    },
    quotesBetween: (corridor: Corridor, amount: string, since: Date, until: Date) =>
      asked(readQuotesBetween(reading, { corridor: corridorKey(corridor), amount, since, until })),
  };
}

/** @param primary asked for a receipt that `database`, a replica, does not have yet: the price was shown already. */
export function createPast(catalog: Catalog, database: Database, primary = database) {
  const isUp = createProbe(database);

  async function quoteRevisions(quoteId: string) {
    const revisions = await asked(readQuoteRevisions(database, quoteId));
    return revisions.length > 0 || primary === database ? revisions : asked(readQuoteRevisions(primary, quoteId));
  }

  async function run(runId: string) {
    const found = await asked(readRun(database, runId));
    return found !== null || primary === database ? found : asked(readRun(primary, runId));
  }
  return {
    /** What was known of a corridor at that moment: the last successful visits until then. */
    async bookAt(corridor: Corridor, at: Date): Promise<CorridorBook> {
      const key = corridorKey(corridor);
      const latest = await asked(readLatest(database, { at, corridorKey: key }));
      return buildCorridorBook(corridor, latest.get(key) ?? []);
    },
    ...createPastPrices(catalog, database),
    quoteRevisions,
    run,
    sourceStates: () => asked(readSourceStates(database)),
    isUp,
  };
}

/**
 * @throws NoFreshDataError where PostgreSQL is out of reach: the same question may be answered later. Whatever else
 * goes wrong is a bug of ours and passes as it is.
 */
export async function asked<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await inTime(timeoutMs, reading, "PostgreSQL");
  } catch (cause) {
    if (failureClassOf(cause) !== "infrastructure") throw cause;
    throw new NoFreshDataError("The record of past prices cannot be read at the moment. Try again later.", { cause });
  }
}
