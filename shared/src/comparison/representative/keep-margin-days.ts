import type { Catalog } from "../../catalog/index.ts";
import { corridorKey, dayOf, defaultAmount, NoFreshDataError, referenceIsRepresentative } from "../../domain/index.ts";
import type { Logger } from "../../runtime/index.ts";
import type { Day } from "../days.ts";
import type { Past } from "../past.ts";
import type { RankingContext } from "../rank/rank-corridor.ts";
import { lookBackDays, type MarginDay, readMarginDays } from "./read-margin-days.ts";

/** The past days' median margins per corridor, read from history once a day in the background. */
export interface MarginKeeper {
  start(): void;
  stop(): Promise<void>;
  /** METHOD 4, with the margin of this moment as the newest day; null: too few offers to say anything. */
  isRepresentative(key: string, today: MarginDay | null): boolean;
}

interface Keeping {
  readonly catalog: Catalog;
  readonly past: Past;
  readonly log: Logger;
  readonly now: () => Date;
  readonly contextAt: (now: Date) => RankingContext;
  readonly onRead: (key: string) => void;
}

/** Often enough to notice the new day, and to come back soon after an outage. */
const checkMs = 60_000;

export function createMarginKeeper({ catalog, past, log, now, contextAt, onRead }: Keeping): MarginKeeper {
  const known = new Map<string, { readonly readOn: Day; readonly days: readonly MarginDay[] }>();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  async function readAll(): Promise<void> {
    const at = now();
    const today = dayOf(at);
    const due = [...catalog.corridors.keys()].filter((key) => known.get(key)?.readOn !== today);
    if (due.length === 0) return;
    const references = await past.referencesAt(at, lookBackDays);
    for (const corridor of catalog.corridors.values()) {
      const key = corridorKey(corridor);
      const config = catalog.corridorConfigs.get(corridor.id);
      if (isStopped) return;
      if (config === undefined || known.get(key)?.readOn === today) continue;
      const days = await readMarginDays(corridor, defaultAmount(config), at, { past, references, contextAt });
      known.set(key, { readOn: today, days });
      if (days.length > 0) onRead(key);
    }
  }

  function run(): void {
    working = readAll()
      .catch(say)
      .finally(() => {
        if (isStopped) return;
        timer = setTimeout(run, checkMs);
        timer.unref();
      });
  }

  function say(error: unknown): void {
    const level = error instanceof NoFreshDataError ? "warn" : "error";
    log[level]({ err: error }, "past margins cannot be read");
  }

  return {
    start: run,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await working;
    },
    isRepresentative(key, today) {
      const days = known.get(key)?.days ?? [];
      return referenceIsRepresentative(today === null ? days : [...days, today]);
    },
  };
}
