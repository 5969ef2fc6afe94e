import type { Database } from "./postgres/index.ts";
import { readLatest, readRates } from "./postgres/index.ts";
import type { LatestStore } from "./redis/index.ts";
import { daysPerPair } from "./redis/latest-scripts.ts";

export interface RebuiltLatest {
  /** False where somebody else began to fill it meanwhile: theirs will be whole. */
  readonly isWhole: boolean;
  readonly corridors: number;
  readonly entries: number;
  readonly rates: number;
}

/**
 * Makes the projection again from the record, byte for byte what recording had left, and announces all of it.
 * Recorders may go on meanwhile: it is emptied before the record is read, and newer entries win over what was read. Of
 * two that fill it at once, the one that emptied it last says that it is whole.
 */
export async function rebuildLatest(database: Database, latest: LatestStore): Promise<RebuiltLatest> {
  const token = await latest.clear();
  const corridors = await readLatest(database);
  const rates = await readRates(database, { perPair: daysPerPair });
  let entries = 0;
  for (const [corridorKey, rows] of corridors) {
    entries += rows.length;
    await latest.announce({ corridorKey, version: await latest.replace(corridorKey, rows) });
  }
  await latest.announce({ corridorKey: null, version: await latest.replaceRates(rates) });
  const isWhole = await latest.markWhole(token);
  return { isWhole, corridors: corridors.size, entries, rates: rates.length };
}
