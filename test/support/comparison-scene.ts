import { createHash, randomUUID } from "node:crypto";
import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import { type Comparison, createComparison } from "@openremit/shared/comparison";
import type { ChangeAnnouncement, LatestEntry, QuoteObservation, RateObservation } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";
import { createLogger } from "@openremit/shared/runtime";
import { type ChangeListener, type LatestStore, openDatabase } from "@openremit/shared/storage";
import { buildQuote, buildRate } from "./record-job.ts";

/** A Monday noon; the observations of `buildQuote` are moved there. */
export const sceneNow = new Date("2026-11-23T12:00:00.000Z");

/** Wise to Morocco, an hour ago, with only the fields that matter to a test given. */
export function quoteOf(fields: Partial<QuoteObservation> = {}): QuoteObservation {
  const at = "2026-11-23T11:50:00.000Z";
  const quote = buildQuote({
    source: "wise",
    provider: "wise",
    feePlacement: "inside",
    observedAt: at,
    fetchedAt: at,
    ...fields,
  });
  const identity = [quote.quoteId, quote.payInCode, quote.payOutCode, quote.priceKind];
  return { ...quote, quoteId: fields.quoteId ?? createHash("md5").update(identity.join(" ")).digest("hex") };
}

/** What the store holds after one visit per source and amount that saw these. */
export function entriesOf(quotes: readonly QuoteObservation[]): Map<string, LatestEntry[]> {
  const byCorridor = new Map<string, LatestEntry[]>();
  for (const quote of quotes) {
    const key = corridorKey(quote.corridor);
    const entries = byCorridor.get(key) ?? [];
    byCorridor.set(key, entries);
    const entry = entries.find(({ source, amount }) => source === quote.source && amount === quote.amount);
    if (entry) entry.quotes.push(quote);
    else
      entries.push({
        source: quote.source,
        amount: quote.amount,
        runId: randomUUID(),
        fetchedAt: quote.fetchedAt,
        quotes: [quote],
      });
  }
  return byCorridor;
}

/** The store of latest prices without a Redis: everything it is asked comes from memory, until it is switched off. */
export function createMemoryStore(entries: Map<string, LatestEntry[]>, rates: readonly RateObservation[]) {
  const listeners = new Set<ChangeListener>();
  const state = { isUp: true, version: 1, rates };
  const answer = async <Value>(value: () => Value): Promise<Value> => {
    if (!state.isUp) throw new Error("connection refused");
    return value();
  };
  const nothing = () => answer(() => undefined);
  const store: LatestStore = {
    replace: () => answer(() => "1"),
    readCorridor: (key) => answer(() => entries.get(key) ?? []),
    readSource: (key, source) => answer(() => (entries.get(key) ?? []).filter((entry) => entry.source === source)),
    readAll: () => answer(() => entries),
    replaceRates: () => answer(() => "1"),
    readRates: () => answer(() => [...state.rates]),
    readVersions: () =>
      answer(() => new Map(["rates", ...entries.keys()].map((field) => [field, String(state.version)]))),
    readRatesVersion: () => answer(() => String(state.version)),
    announce: nothing,
    subscribe: (listener) =>
      answer(() => {
        listeners.add(listener);
        return async () => void listeners.delete(listener);
      }),
    claimMode: nothing,
    clear: () => answer(() => "token"),
    markWhole: () => answer(() => true),
    isWhole: () => answer(() => true),
  };
  return {
    store,
    state,
    hear(change: ChangeAnnouncement): void {
      for (const listener of listeners) listener(change);
    },
    /** What the recorder does: replaces, then announces. */
    put(quotes: readonly QuoteObservation[]): void {
      state.version += 1;
      for (const [key, replaced] of entriesOf(quotes)) {
        entries.set(key, replaced);
        for (const listener of listeners) listener({ corridorKey: key, version: String(state.version) });
      }
    },
  };
}

export interface ComparisonScene {
  readonly comparison: Comparison;
  readonly catalog: Catalog;
  readonly memory: ReturnType<typeof createMemoryStore>;
  readonly clock: { at: Date; now(): Date };
  close(): Promise<void>;
}

export const quietLogger = createLogger("test", { level: "silent" });
export const sceneCatalog = loadCatalog("config");

/** A comparison over these prices with EUR/MAD at 10.8123, no PostgreSQL, and a clock that the test sets. */
export async function openComparisonScene(
  quotes: readonly QuoteObservation[],
  rates: readonly RateObservation[] = [buildRate({ source: "frankfurter", contributors: 5 })],
  catalog: Catalog = sceneCatalog,
  releasesDirectory?: string,
): Promise<ComparisonScene> {
  const memory = createMemoryStore(entriesOf(quotes), rates);
  const clock = { at: sceneNow, now: () => clock.at };
  const database = openDatabase("postgresql://127.0.0.1:1/none");
  const comparison = createComparison({
    catalog,
    latest: memory.store,
    database,
    clock,
    logger: quietLogger,
    mode: "simulated",
    timing: { probeMs: 20, resyncMs: 100, timeoutMs: 500 },
    ...(releasesDirectory !== undefined && { releasesDirectory }),
  });
  await comparison.start();
  const close = async () => {
    await comparison.stop();
    await database.close();
  };
  return { comparison, catalog, memory, clock, close };
}
