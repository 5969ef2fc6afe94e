import type { Logger } from "./logger.ts";
import { within } from "./within.ts";

/** Something that runs. `stop` is called at most once, and only on a part whose `start` was called and did not fail. */
export interface Part {
  readonly name: string;
  /**
   * `stopping` is raised when the whole is told to stop before this start has finished. A start that gives up then
   * leaves nothing behind and throws the signal's reason.
   */
  start(stopping?: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export interface StopReport {
  /** Nothing is left running: every part ended its start and its stop in time and without an error. */
  readonly clean: boolean;
  readonly unfinished: readonly string[];
}

export interface Lifecycle {
  /**
   * Starts the parts in order. When one fails, those before it are stopped and its error is thrown.
   * False: told to stop before everything had started.
   */
  start(): Promise<boolean>;
  /** Stops in reverse order; later calls wait for the same stop. Never rejects. */
  stop(): Promise<StopReport>;
}

export interface LifecycleOptions {
  /** For all parts together, in milliseconds. Past it the rest is told to stop and not waited for. */
  readonly stopDeadlineMs: number;
  readonly logger: Logger;
}

/** Composes parts into one thing that starts and stops as a whole. */
export function createLifecycle(parts: readonly Part[], { stopDeadlineMs, logger }: LifecycleOptions): Lifecycle {
  const begun: Part[] = [];
  const stopping = new AbortController();
  let starting: Promise<boolean> | null = null;
  let stopped: Promise<StopReport> | null = null;

  async function startInOrder(): Promise<boolean> {
    for (const part of parts) {
      if (stopping.signal.aborted) return false;
      begun.push(part);
      try {
        await part.start(stopping.signal);
      } catch (error) {
        begun.pop();
        if (stopping.signal.aborted && error === stopping.signal.reason) return false;
        throw error;
      }
      logger.debug({ part: part.name }, "started");
    }
    return !stopping.signal.aborted;
  }

  async function stopInReverse(): Promise<StopReport> {
    const deadline = Date.now() + stopDeadlineMs;
    stopping.abort();
    const hasStarted = await within(stopDeadlineMs, Promise.allSettled([starting]));
    const unfinished = hasStarted ? [] : begun.slice(-1).map(({ name }) => name);
    for (const part of begun.toReversed()) {
      const problem = await stopPart(part, deadline - Date.now());
      if (problem === null) continue;
      logger.error({ part: part.name, err: problem }, "did not stop cleanly");
      if (!unfinished.includes(part.name)) unfinished.push(part.name);
    }
    return { clean: unfinished.length === 0, unfinished };
  }

  function stop(): Promise<StopReport> {
    stopped ??= stopInReverse();
    return stopped;
  }

  return {
    async start() {
      starting ??= startInOrder();
      try {
        return await starting;
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
  };
}

/** What went wrong, or null. */
async function stopPart(part: Part, ms: number): Promise<unknown> {
  try {
    return (await within(ms, part.stop())) ? null : new Error(`${part.name} did not stop in time`);
  } catch (error) {
    return error;
  }
}
