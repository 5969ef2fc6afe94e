import { setImmediate } from "node:timers/promises";
import type { Countries } from "../../catalog/index.ts";
import { NoFreshDataError } from "../../domain/index.ts";
import type { Logger } from "../../runtime/index.ts";
import type { SurveyPast } from "./survey-past.ts";
import { buildWorldQuarter, type WorldQuarter } from "./world-answer.ts";

/** The world's quarters, made in the background once for every import, so that nobody waits for them. */
export interface WorldKeeper {
  start(): void;
  stop(): Promise<void>;
  /** Those of this version of the data; made now where they are not made yet. */
  quartersOf(version: string): Promise<readonly WorldQuarter[]>;
}

interface Keeping {
  readonly survey: SurveyPast;
  readonly countries: Countries;
  readonly log: Logger;
}

/** Soon enough after an import, of which there are a few in a year. */
const checkMs = 60_000;

export function createWorldKeeper({ survey, countries, log }: Keeping): WorldKeeper {
  let kept: { readonly version: string; readonly made: Promise<readonly WorldQuarter[]> } | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  /** No more than one quarter's rows are in memory; whatever else is asked meanwhile has its turn between two quarters. */
  async function makeQuarters(): Promise<readonly WorldQuarter[]> {
    const made: WorldQuarter[] = [];
    for (const period of await survey.periods()) {
      made.push(buildWorldQuarter(period, await survey.prices({ period }), countries));
      await setImmediate();
      if (isStopped) throw new NoFreshDataError("The survey is not read any more: the program ends.");
    }
    return made;
  }

  function quartersOf(version: string): Promise<readonly WorldQuarter[]> {
    if (kept?.version === version) return kept.made;
    const made = makeQuarters();
    kept = { version, made };
    made.catch(() => {
      if (kept?.made === made) kept = null;
    });
    return made;
  }

  async function look(): Promise<void> {
    try {
      await quartersOf(await survey.version());
    } catch (error) {
      log.debug({ err: error }, "the survey cannot be read; its figures are made when it can");
    }
  }

  function run(): void {
    working = look().finally(() => {
      if (isStopped) return;
      timer = setTimeout(run, checkMs);
      timer.unref();
    });
  }

  return {
    start: run,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await working;
    },
    quartersOf,
  };
}
