import { constants } from "node:os";
import type { Lifecycle } from "./lifecycle.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type StopSignal = (typeof signals)[number];

/** The part of `process` this needs. */
export interface SignalSource {
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  exit(code: number): unknown;
}

/**
 * The first Ctrl-C, SIGTERM or closed terminal (SIGHUP) stops the lifecycle and exits: 0 when everything stopped
 * cleanly, else 1.
 * A second one exits at once with 128 + the signal's number. Returns the way to stop listening.
 */
export function stopOnSignals(lifecycle: Pick<Lifecycle, "stop">, source: SignalSource = process): () => void {
  let stopping = false;
  const onSignal = (signal: StopSignal) => {
    if (stopping) {
      source.exit(128 + constants.signals[signal]);
      return;
    }
    stopping = true;
    void lifecycle.stop().then((report) => source.exit(report.clean ? 0 : 1));
  };
  for (const signal of signals) source.on(signal, onSignal);
  return () => {
    for (const signal of signals) source.off(signal, onSignal);
  };
}
