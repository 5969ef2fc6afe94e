import { randomUUID } from "node:crypto";
import type { ChangeAnnouncement, LatestEntry, RateObservation } from "../../contracts/index.ts";
import type { RedisClient } from "../../redis/index.ts";
import type { Mode } from "../../runtime/index.ts";
import { type ChangeListener, subscribeToChanges } from "./changes.ts";
import { claimModeInRedis } from "./claim-mode.ts";
import { entryField, entryStamp, entryText, parseEntry, parseRateLine, rateField, rateLine } from "./entry-text.ts";
import { buildLatestKeys, ratesField } from "./keys.ts";
import { daysPerPair, markFilled, replaceEntries, replaceRateLines } from "./latest-scripts.ts";
import { runScript } from "./script.ts";

/**
 * The projection `latest`: what each source said last about each corridor and amount, and the newest reference rates.
 * Derived from the record at any time. A version is a hash of content: different content never has an equal one.
 */
export interface LatestStore {
  /**
   * Puts entries in the place of older ones of the same source and amount; an entry that was fetched before the one
   * that is there is dropped. In one step, and as often as one likes. Returns the corridor's version.
   */
  replace(corridorKey: string, entries: readonly LatestEntry[]): Promise<string>;
  /** Entries ordered by source and amount; empty when nothing was ever covered. */
  readCorridor(corridorKey: string): Promise<LatestEntry[]>;
  /** One source's entries of a corridor at these amounts, null standing for a schedule; what was never covered is left out. */
  readSource(corridorKey: string, source: string, amounts: readonly (string | null)[]): Promise<LatestEntry[]>;
  /** Every corridor that has an entry. */
  readAll(): Promise<Map<string, LatestEntry[]>>;
  /** Keeps the newest ten publication days per source and pair, and of one day the row fetched last. Returns the version. */
  replaceRates(rates: readonly RateObservation[]): Promise<string>;
  /** Rows ordered by source and pair, newest day first. */
  readRates(): Promise<RateObservation[]>;
  /** Versions by corridor key, and of the rates under `rates`. */
  readVersions(): Promise<Map<string, string>>;
  /** Of the rates alone; null before the first. */
  readRatesVersion(): Promise<string | null>;
  announce(change: ChangeAnnouncement): Promise<void>;
  /**
   * Listens on a connection of its own. After that connection was lost and is back, the listener hears "resync": what
   * was announced meanwhile is gone, and everything should be read again. Returns the way to stop.
   */
  subscribe(listener: ChangeListener): Promise<() => Promise<void>>;
  /** Stores the mode, or throws ConfigError where the other mode is stored. */
  claimMode(mode: Mode): Promise<void>;
  /** Forgets entries, rates and versions; the mode stays. Returns the token of the filling that begins with it. */
  clear(): Promise<string>;
  /**
   * Says that everything the record holds is here now. False, and nothing said, where `clear` was called again since
   * the token was given: what was filled in between may be gone.
   */
  markWhole(token: string): Promise<boolean>;
  /** False where the projection was never filled, or Redis lost it. */
  isWhole(): Promise<boolean>;
}

/** @param prefix in front of every key, with a colon after it: the queues' one. */
export function createLatestStore(redis: RedisClient, prefix: string): LatestStore {
  const keys = buildLatestKeys(prefix);

  async function readVersions(): Promise<Map<string, string>> {
    return new Map(Object.entries(await redis.hgetall(keys.versions)));
  }

  async function readCorridor(corridorKey: string): Promise<LatestEntry[]> {
    return inFieldOrder(await redis.hgetall(keys.corridor(corridorKey))).map(parseEntry);
  }

  return {
    async replace(corridorKey, entries) {
      const values = entries.flatMap((entry) => [entryField(entry), entryStamp(entry), entryText(entry)]);
      const touched = [keys.corridor(corridorKey), keys.stamps(corridorKey), keys.versions];
      return String(await runScript(redis, replaceEntries, touched, [corridorKey, ...values]));
    },
    readCorridor,
    async readSource(corridorKey, source, amounts) {
      const fields = amounts.map((amount) => entryField({ source, amount }));
      const entries = await redis.hmget(keys.corridor(corridorKey), ...fields);
      return entries.flatMap((entry) => (entry === null ? [] : [parseEntry(entry)]));
    },
    async readAll() {
      const corridors = [...(await readVersions()).keys()].filter((key) => key !== ratesField).sort();
      return new Map(await Promise.all(corridors.map(async (key) => [key, await readCorridor(key)] as const)));
    },
    async replaceRates(rates) {
      const touched = [keys.rates, keys.rateStamps, keys.versions];
      return String(await runScript(redis, replaceRateLines, touched, [ratesField, ...rateValues(rates)]));
    },
    async readRates() {
      const pairs = inFieldOrder(await redis.hgetall(keys.rates));
      return pairs.flatMap((lines) => lines.split("\n").map(parseRateLine));
    },
    readVersions,
    readRatesVersion: () => redis.hget(keys.versions, ratesField),
    async announce(change) {
      await redis.publish(keys.changed, JSON.stringify(change));
    },
    subscribe: (listener) => subscribeToChanges(redis, keys.changed, listener),
    claimMode: (mode) => claimModeInRedis(redis, keys.mode, mode),
    async clear() {
      const corridors = [...(await readVersions()).keys()].filter((key) => key !== ratesField);
      const held = corridors.flatMap((key) => [keys.corridor(key), keys.stamps(key)]);
      const token = randomUUID();
      const forgotten = [keys.whole, keys.versions, keys.rates, keys.rateStamps, ...held];
      await redis.multi().set(keys.filling, token).del(forgotten).exec();
      return token;
    },
    async markWhole(token) {
      return (await runScript(redis, markFilled, [keys.filling, keys.whole], [token])) === 1;
    },
    isWhole: async () => (await redis.exists(keys.whole)) === 1,
  };
}

function inFieldOrder(hash: Readonly<Record<string, string>>): string[] {
  return Object.entries(hash)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
}

/** Field and lines per pair. Days that cannot stay are not sent. */
function rateValues(rates: readonly RateObservation[]): string[] {
  const pairs = new Map<string, RateObservation[]>();
  for (const rate of rates) {
    const pair = pairs.get(rateField(rate));
    if (pair === undefined) pairs.set(rateField(rate), [rate]);
    else pair.push(rate);
  }
  return [...pairs].flatMap(([field, rows]) => {
    const newest = rows.toSorted((a, b) => (a.observedOn < b.observedOn ? 1 : -1)).slice(0, daysPerPair);
    return [field, newest.map(rateLine).join("\n")];
  });
}
