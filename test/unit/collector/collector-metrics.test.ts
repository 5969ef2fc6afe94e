import { expect, it } from "@jest/globals";
import { createMetrics } from "@openremit/shared/runtime";
import { createCollectorMetrics } from "../../../workers/collector/src/collector-metrics.ts";

/** Prometheus sees growth only between two readings: a figure that begins at 1 has not grown. */
it("counts the visits of whoever is asked from nought on, failed ones too", async () => {
  const metrics = createMetrics();
  createCollectorMetrics(metrics, ["ecb"]);
  expect(await metrics.metrics()).toContain('openremit_collector_visits_total{source="ecb",outcome="failed"} 0');
});
