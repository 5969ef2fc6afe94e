import type { Comparison } from "@openremit/shared/comparison";
import { Gauge, gatherTogether, inTime, type Logger, type Registry } from "@openremit/shared/runtime";

/** Prometheus waits ten seconds for everything. */
const patienceMs = 3_000;

/** How old what we hold is, and how the sources are doing: looked up when somebody reads the figures. */
export function createDataMetrics(registry: Registry, comparison: Comparison, logger: Logger): void {
  const collect = gatherTogether(async () => {
    readVisits();
    try {
      await inTime(patienceMs, Promise.all([readSources(), readHealth()]), "PostgreSQL");
    } catch (error) {
      logger.warn({ err: error }, "the sources cannot be measured");
    }
  });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `openremit_${name}`, help, labelNames, registers: [registry], collect });

  const visit = gauge(
    "corridor_visit_timestamp_seconds",
    "When a source was last asked about a corridor with success",
    "corridor",
    "source",
  );
  const lastSuccess = gauge(
    "source_last_success_timestamp_seconds",
    "When the last visit of a source that succeeded began",
    "source",
  );
  const interval = gauge("source_interval_seconds", "How often a source is to be visited", "source");
  const enabled = gauge("source_enabled", "1 where config enables the source", "source");
  const paused = gauge("source_paused", "1 where the source is paused", "source");
  const missingKey = gauge("source_missing_key", "1 where the collector lacks the key to the source", "source");
  const issues = gauge("source_open_issues", "Issues of a source that nothing has settled", "source");
  const missed = gauge(
    "source_missed_publications",
    "Publications of a rate source that are out and newer than the newest held",
    "source",
  );
  const up = gauge("part_up", "1 where Redis, PostgreSQL and the book in memory answer this process", "part");

  function readVisits(): void {
    visit.reset();
    for (const { corridorKey, source, fetchedAt } of comparison.visits()) {
      visit.set({ corridor: corridorKey, source }, fetchedAt.getTime() / 1_000);
    }
  }

  async function readSources(): Promise<void> {
    const { sources } = (await comparison.sources()).answer;
    for (const each of [lastSuccess, interval, enabled, paused, missingKey, issues, missed]) each.reset();
    for (const state of sources) {
      const source = { source: state.key };
      interval.set(source, state.everyMinutes * 60);
      enabled.set(source, state.enabled ? 1 : 0);
      paused.set(source, state.paused === null ? 0 : 1);
      missingKey.set(source, state.missingKey === null ? 0 : 1);
      issues.set(source, state.issues.length);
      if (state.missedPublications !== null) missed.set(source, state.missedPublications);
      if (state.lastSuccessAt !== null) lastSuccess.set(source, Date.parse(state.lastSuccessAt) / 1_000);
    }
  }

  async function readHealth(): Promise<void> {
    for (const [part, answers] of Object.entries(await comparison.health())) up.set({ part }, answers ? 1 : 0);
  }
}
