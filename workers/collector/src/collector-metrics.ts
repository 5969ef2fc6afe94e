import { type Run, runOutcomes } from "@openremit/shared/contracts";
import { Counter, Histogram, type Registry } from "@openremit/shared/runtime";

export interface CollectorMetrics {
  countVisit(run: Run): void;
}

/** How visits end and how long they take, by source; of those that are asked, from nought on, so that a first failure counts. */
export function createCollectorMetrics(registry: Registry, asked: Iterable<string>): CollectorMetrics {
  const registers = [registry];
  const visits = new Counter({
    name: "openremit_collector_visits_total",
    help: "Visits by source and outcome",
    labelNames: ["source", "outcome"],
    registers,
  });
  for (const source of asked) for (const outcome of runOutcomes) visits.inc({ source, outcome }, 0);
  const seconds = new Histogram({
    name: "openremit_collector_visit_seconds",
    help: "Time from a visit's first request to its last answer, by source",
    labelNames: ["source"],
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60],
    registers,
  });
  return {
    countVisit({ source, outcome, startedAt, finishedAt }) {
      visits.inc({ source, outcome });
      seconds.observe({ source }, Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000);
    },
  };
}
