import { createApi } from "@openremit/api";
import { createQueueMetrics } from "@openremit/shared/queue";
import { createMetrics } from "@openremit/shared/runtime";
import { createServerErrors } from "@openremit/shared/storage";
import { createRankingTimer } from "../../shared/src/comparison/ranking-timer.ts";
import { createCollectorMetrics } from "../../workers/collector/src/collector-metrics.ts";
import { createRecorderMetrics } from "../../workers/recorder/src/recorder-metrics.ts";
import { openComparisonScene, quietLogger } from "./comparison-scene.ts";
import { noDesk } from "./memory-desk.ts";
import { noKeys } from "./memory-keys.ts";
import { noVisits } from "./memory-visits.ts";

/** Names of every figure that some process has, as the processes themselves register them. */
export async function readKnownMetrics(): Promise<ReadonlySet<string>> {
  const metrics = createMetrics({ processFigures: true });
  const scene = await openComparisonScene([]);
  createApi({
    comparison: scene.comparison,
    desk: noDesk,
    visitDesk: noVisits,
    keyRing: noKeys,
    clock: scene.clock,
    logger: quietLogger,
    metrics,
  });
  createRankingTimer(metrics);
  createServerErrors(metrics);
  createCollectorMetrics(metrics, []);
  createRecorderMetrics(metrics);
  createQueueMetrics(metrics, () => [], quietLogger);
  await scene.close();
  return new Set(metrics.getMetricsAsArray().map(({ name }) => name));
}
