import { setImmediate } from "node:timers/promises";
import type { Countries } from "../../catalog/index.ts";
import { NoFreshDataError } from "../../domain/index.ts";
import type { Logger } from "../../runtime/index.ts";
import type { SurveyFlows, SurveyPast } from "./survey-past.ts";
import { buildWorldQuarter, type WorldQuarter } from "./world-answer.ts";

/** The world as one version of the data has it. */
export interface KnownWorld {
  readonly version: string;
  readonly quarters: readonly WorldQuarter[];
  readonly flows: SurveyFlows | null;
}

/** The world's quarters, made in the background once for every import, so that nobody waits for them. */
export interface WorldKeeper {
  start(): void;
  stop(): Promise<void>;
  /** Those of the data as they are; made now where they are not made yet. */
  current(): Promise<KnownWorld>;
}

interface Keeping {
  readonly survey: SurveyPast;
  readonly countries: Countries;
  readonly log: Logger;
}

/** Soon enough after an import, of which there are a few in a year. */
const checkMs = 60_000;

export function createWorldKeeper({ survey, countries, log }: Keeping): WorldKeeper {
  let kept: { readonly version: string; readonly made: Promise<KnownWorld> } | null = null;
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

  /** Each quarter is read by itself: where something was imported meanwhile, all of them are read once more. */
  async function makeWorld(before: string): Promise<KnownWorld> {
    const flows = await survey.flows();
    const quarters = await makeQuarters();
    const version = await survey.version();
    return version === before ? { version, quarters, flows } : makeWorld(version);
  }

  async function current(): Promise<KnownWorld> {
    const version = await survey.version();
    if (kept?.version === version) return kept.made;
    const made = makeWorld(version);
    kept = { version, made };
    const keep = (next: typeof kept) => {
      if (kept?.made === made) kept = next;
    };
    made.then(
      (world) => keep({ version: world.version, made }),
      () => keep(null),
    );
    return made;
  }

  async function look(): Promise<void> {
    try {
      await current();
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
    current,
  };
}
