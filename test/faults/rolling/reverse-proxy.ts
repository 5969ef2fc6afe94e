import { setTimeout as delay } from "node:timers/promises";

export interface Streamed {
  readonly answered: number;
  /** Asked again at the other process, because a connection was refused or broke off before an answer. */
  readonly askedAgain: number;
  /** What a reader would have seen: an answer that is not 200, or none. */
  readonly errors: readonly string[];
  readonly slowestMs: number;
}

/** Readers at one time: no more than one process sends files to, should all of them want one. */
const lanes = 3;

/**
 * Asks without a pause, as readers behind a reverse proxy do: of several processes in turns, and where one cannot be
 * connected to, the next one at once, which is what a proxy does with a GET.
 */
export function streamRequests(paths: readonly string[]) {
  const state = { origins: [] as readonly string[], isDone: false };
  const seen = { answered: 0, askedAgain: 0, errors: [] as string[], slowestMs: 0 };
  let turn = 0;

  async function ask(path: string, reader: string): Promise<void> {
    const began = performance.now();
    const { origins } = state;
    let last = "no process to ask";
    for (let attempt = 0; attempt < origins.length; attempt += 1) {
      const origin = origins[(turn + attempt) % origins.length];
      try {
        const response = await fetch(`${origin}${path}`, { headers: { "x-forwarded-for": reader } });
        const { status } = response;
        const text = await response.text();
        if (status === 200) seen.answered += 1;
        else seen.errors.push(`${status} ${path}: ${text.slice(0, 200)}`);
        seen.slowestMs = Math.max(seen.slowestMs, performance.now() - began);
        return;
      } catch (error) {
        last = `${path}: ${String(error)} ${error instanceof Error ? String(error.cause) : ""}`;
        seen.askedAgain += 1;
      }
    }
    seen.errors.push(last);
  }

  async function goOn(reader: string): Promise<void> {
    while (!state.isDone) {
      turn += 1;
      await ask(paths[turn % paths.length] ?? "/", reader);
      await delay(2);
    }
  }

  let going: Promise<unknown> = Promise.resolve();
  return {
    /** From now on these are asked. */
    serveFrom(origins: readonly string[]): void {
      state.origins = origins;
    },
    start(): void {
      going = Promise.all(Array.from({ length: lanes }, (_, lane) => goOn(`198.51.100.${lane}`)));
    },
    async stop(): Promise<Streamed> {
      state.isDone = true;
      await going;
      return seen;
    },
  };
}
