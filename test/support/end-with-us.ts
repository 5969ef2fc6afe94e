import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const ends = new Set<() => void>();

/**
 * For what a program starts and would leave behind, were it told to end in the middle: servers in process groups of their
 * own, processes, folders. `end` has no time to wait. Returns the way to forget it, once it has ended otherwise.
 */
export function endWithUs(end: () => void): () => void {
  if (ends.size === 0) for (const signal of signals) process.prependListener(signal, endAll);
  ends.add(end);
  return () => {
    if (ends.delete(end) && ends.size === 0) for (const signal of signals) process.off(signal, endAll);
  };
}

function endAll(signal: NodeJS.Signals): void {
  for (const end of ends) end();
  // Whoever else listens has something to end as well, and ends us.
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}
