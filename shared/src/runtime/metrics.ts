import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export { Counter, Gauge, Histogram, Registry };

export interface MetricsOptions {
  /** Memory, CPU and event-loop figures of this process too. Once per process is enough: off unless said. */
  readonly processFigures?: boolean;
}

/** A registry of its own: parts that share one process (`npm start`) do not see each other's metrics. */
export function createMetrics(options: MetricsOptions = {}): Registry {
  const registry = new Registry();
  if (options.processFigures) collectDefaultMetrics({ register: registry });
  return registry;
}

/**
 * For gauges that are filled together: the `collect` of each. All of one reading share one piece of work, and every gauge
 * waits for it, so that none is a reading behind.
 */
export function gatherTogether(gather: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  return () => {
    underWay ??= gather().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
