import { createHash } from "node:crypto";
import type { Catalog } from "../catalog/index.ts";
import type { RateObservation } from "../contracts/index.ts";
import { parseRateRows, type RateKnowledge, type ReferenceRate, selectReferenceRate } from "../domain/index.ts";

/** Reference rates out of one state of knowledge. */
export interface References {
  /** Equal for equal knowledge, in every process. */
  readonly version: string;
  readonly knowledge: RateKnowledge;
  rateAt(base: string, quote: string, at: Date): ReferenceRate;
}

/** Rates are published by the day and age by the publication: within one minute a selection stands. */
const selectionMs = 60_000;
/** Pairs of corridors and of curious readers; beyond it the oldest selections are made again. */
const selectionsKept = 2_000;

export function createReferences(catalog: Catalog, rows: readonly RateObservation[]): References {
  const knowledge = catalog.rateKnowledge(parseRateRows(rows));
  const selections = new Map<string, ReferenceRate>();
  return {
    version: versionOf(rows),
    knowledge,
    rateAt(base, quote, at) {
      const key = `${base} ${quote} ${Math.floor(at.getTime() / selectionMs)}`;
      const known = selections.get(key);
      if (known) return known;
      const selected = selectReferenceRate({ base, quote, at }, knowledge);
      if (selections.size >= selectionsKept) selections.clear();
      selections.set(key, selected);
      return selected;
    },
  };
}

function versionOf(rows: readonly RateObservation[]): string {
  const lines = rows.map((row) => `${row.source} ${row.base} ${row.quote} ${row.observedOn} ${row.value}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}
