import type { Catalog } from "@openremit/shared/catalog";
import { parseRateRows } from "@openremit/shared/domain";
import { readTogether } from "@openremit/shared/runtime";
import type { LatestStore } from "@openremit/shared/storage";
import { createReferenceFor, type KnownRates } from "./choose-reference.ts";

/** Reads the reference rates again only when their version is another one: visits are many, and the rows are thousands. */
export function createRatesReader(
  catalog: Pick<Catalog, "rateKnowledge">,
  latest: Pick<LatestStore, "readRatesVersion" | "readRates">,
): () => Promise<KnownRates> {
  let last: { readonly version: string | null; readonly rates: Promise<KnownRates> } | null = null;

  const readVersion = readTogether(latest.readRatesVersion);

  async function read(): Promise<KnownRates> {
    const rateRows = parseRateRows(await latest.readRates());
    return { rateRows, referenceFor: createReferenceFor(catalog.rateKnowledge(rateRows)) };
  }

  return async () => {
    // Before the rows are read: what changes in between is another version at the next visit.
    const version = await readVersion();
    if (last === null || last.version !== version) {
      const reading = { version, rates: read() };
      last = reading;
      reading.rates.catch(() => {
        if (last === reading) last = null;
      });
    }
    return last.rates;
  };
}
