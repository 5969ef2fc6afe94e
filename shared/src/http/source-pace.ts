import PQueue from "p-queue";
import type { Mode } from "../runtime/index.ts";
import type { SourceAccess, SourceLimits } from "./answer.ts";

/** Runs a request when its source's limits allow it. */
export type SourcePace = <Result>(source: SourceAccess, work: () => Promise<Result>) => Promise<Result>;

/**
 * Keeps this process within the limits of each source, robots.txt included; the queue's limiter does the same across
 * processes. The sandbox is our own machine and is asked as fast as it answers, never more at once than the source.
 */
export function createSourcePace(mode: Mode): SourcePace {
  const lines = new Map<string, PQueue>();
  return (source, work) => {
    const line = lines.get(source.key) ?? createLine(mode, source.limits);
    lines.set(source.key, line);
    return line.add(work);
  };
}

function createLine(mode: Mode, { max, perSeconds, concurrency }: SourceLimits): PQueue {
  if (mode === "simulated") return new PQueue({ concurrency });
  return new PQueue({ concurrency, intervalCap: max, interval: perSeconds * 1000, strict: true });
}
