import type { ChangeAnnouncement } from "../../contracts/index.ts";
import { inTime, type Logger } from "../../runtime/index.ts";
import { type LatestStore, ratesField } from "../../storage/index.ts";
import type { BookShelf } from "./book-shelf.ts";

export type ShelfChange =
  | { readonly kind: "corridor"; readonly corridorKey: string }
  | { readonly kind: "rates" }
  /** The store went away or came back: warnings in answers change. */
  | { readonly kind: "store" };

export interface ShelfKeeper {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The store answered the last time it was asked, with its memory. */
  isUp(): boolean;
  /** Everything was read at least once. */
  isLoaded(): boolean;
}

export interface KeeperTiming {
  /** How often the store is asked whether it is there. */
  readonly probeMs: number;
  /** How often versions are compared, should an announcement have been lost. */
  readonly resyncMs: number;
  readonly timeoutMs: number;
}

interface Keeping {
  readonly shelf: BookShelf;
  readonly latest: LatestStore;
  readonly corridorKeys: readonly string[];
  readonly log: Logger;
  readonly onChange: (change: ShelfChange) => void;
  readonly timing?: Partial<KeeperTiming> | undefined;
}

const usualTiming: KeeperTiming = { probeMs: 1_000, resyncMs: 30_000, timeoutMs: 3_000 };

/** Keeps the shelf equal to the store: by announcements, after each outage, and now and then by comparing versions. */
export function createShelfKeeper({ shelf, latest, corridorKeys, log, onChange, timing }: Keeping): ShelfKeeper {
  const { probeMs, resyncMs, timeoutMs } = { ...usualTiming, ...timing };
  const ask = <Value>(work: Promise<Value>) => inTime(timeoutMs, work, "Redis");
  const seen = new Map<string, string>();
  /** Versions announced and not read yet: what is announced again meanwhile is read once. */
  const announced = new Map<string, string>();
  const state = { isUp: false, isLoaded: false, isStopped: false, needsResync: true, wasWhole: false };
  let sinceResyncMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let subscription: Promise<() => Promise<void>> | null = null;
  let working: Promise<void> = Promise.resolve();

  async function read(field: string): Promise<void> {
    if (field === ratesField) {
      const rates = await ask(latest.readRates());
      await requireWhole();
      if (shelf.putRates(rates)) onChange({ kind: "rates" });
      return;
    }
    const entries = await ask(latest.readCorridor(field));
    await requireWhole();
    if (shelf.putCorridor(field, entries)) onChange({ kind: "corridor", corridorKey: field });
  }

  /** A store that lost its memory knows less than what is held here, until all of it is filled again. */
  async function requireWhole(): Promise<void> {
    const isWhole = await ask(latest.isWhole());
    if (state.wasWhole && !isWhole) throw new Error("Redis lost its memory and is not filled again yet");
    state.wasWhole = isWhole;
  }

  /** Subscribes first, so that nothing falls between the reading and the first announcement. */
  async function resync(): Promise<void> {
    subscription ??= latest.subscribe(hear).catch((error: unknown) => {
      subscription = null;
      throw error;
    });
    await ask(subscription);
    const versions = await ask(latest.readVersions());
    await requireWhole();
    for (const field of [ratesField, ...corridorKeys]) {
      const version = versions.get(field);
      if (state.isStopped) return;
      if (version === undefined || seen.get(field) === version) continue;
      await read(field);
      seen.set(field, version);
    }
    sinceResyncMs = 0;
    state.isLoaded = true;
    state.needsResync = false;
  }

  function hear(change: ChangeAnnouncement | "resync"): void {
    if (change === "resync") {
      state.needsResync = true;
      void enqueue(resync);
      return;
    }
    const field = change.corridorKey ?? ratesField;
    const isWaiting = announced.has(field);
    announced.set(field, change.version);
    if (!isWaiting) void enqueue(() => follow(field));
  }

  async function follow(field: string): Promise<void> {
    const version = announced.get(field);
    announced.delete(field);
    // Where something was missed, one field alone would make the rest look current too.
    if (state.needsResync) return resync();
    if (version === undefined || seen.get(field) === version) return;
    await read(field);
    seen.set(field, version);
  }

  async function probe(): Promise<void> {
    sinceResyncMs += probeMs;
    if (state.needsResync || sinceResyncMs >= resyncMs) await resync();
    else await requireWhole();
  }

  /** One thing at a time, so that an older reading never lands on a newer one. Never rejects. */
  function enqueue(work: () => Promise<void>): Promise<void> {
    working = working.then(async () => {
      if (state.isStopped) return;
      try {
        await work();
        setUp(true);
      } catch (error) {
        state.needsResync = true;
        setUp(false, error);
      }
    });
    return working;
  }

  function setUp(isUp: boolean, error?: unknown): void {
    if (isUp === state.isUp) return;
    state.isUp = isUp;
    if (isUp) log.info({}, "latest prices are read from Redis");
    else log.warn({ err: error }, "Redis is out of reach or lost its memory: serving what is held");
    onChange({ kind: "store" });
  }

  function schedule(): void {
    timer = setTimeout(() => {
      void enqueue(probe).then(() => {
        if (!state.isStopped) schedule();
      });
    }, probeMs);
    timer.unref();
  }

  return {
    async start() {
      await enqueue(resync);
      schedule();
    },
    async stop() {
      state.isStopped = true;
      clearTimeout(timer);
      await working;
      const unsubscribe = await subscription?.catch(() => null);
      await unsubscribe?.();
    },
    isUp: () => state.isUp,
    isLoaded: () => state.isLoaded,
  };
}
