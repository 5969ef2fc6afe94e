import type { QueueConnection } from "./connection.ts";
import type { OnError } from "./on-error.ts";

export interface Repetition {
  /** Besides every return of Redis, because it can lose its memory without hanging up. */
  readonly everyMs: number;
  work(): Promise<void>;
  readonly onError: OnError;
}

/**
 * Does again what a Redis without its memory has forgotten: whenever it is back, and every so often. One at a time.
 * Returns the way to stop; what is under way then ends with the connection.
 */
export function repeatOnReturn(connection: QueueConnection, { everyMs, work, onError }: Repetition): () => void {
  let isWorking = false;
  const repeat = () => {
    if (isWorking) return;
    isWorking = true;
    work()
      .catch(onError)
      .finally(() => {
        isWorking = false;
      });
  };
  connection.on("ready", repeat);
  const timer = setInterval(repeat, everyMs);
  timer.unref();
  return () => {
    connection.off("ready", repeat);
    clearInterval(timer);
  };
}
