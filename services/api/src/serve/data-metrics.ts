import type { Comparison } from "@openremit/shared/comparison";
import type { SourceStateView } from "@openremit/shared/contracts";
import { Gauge, gatherTogether, inTime, type Logger, type Registry } from "@openremit/shared/runtime";

/** Prometheus waits ten seconds for everything. */
const patienceMs = 3_000;
/** Of sources that nobody visits on a schedule. */
const unasked: ReadonlySet<SourceStateView["state"]> = new Set(["closed", "paused", "not_enabled", "key_missing"]);

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
  const lastVisit = gauge(
    "source_last_visit_timestamp_seconds",
    "When the last visit of a source ended, whatever came of it",
    "source",
  );
  const lastSuccess = gauge(
    "source_last_success_timestamp_seconds",
    "When the last visit of a source that succeeded began",
    "source",
  );
  const interval = gauge("source_interval_seconds", "How often a source is to be visited", "source");
  const missedVisits = gauge(
    "source_missed_visits",
    "Visits due since the last success of a source, or since its first visit where none succeeded",
    "source",
  );
  const asked = gauge(
    "source_asked",
    "1 where the source is visited on schedule: open, enabled or simulated, not paused, and its key there",
    "source",
  );
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
    const { sources, warnings } = (await comparison.sources()).answer;
    for (const each of [lastVisit, lastSuccess, interval, missedVisits, asked, paused, missingKey, issues, missed])
      each.reset();
    // Whoever is not known to have been visited would look as if nobody ever had been.
    if (warnings.some(({ code }) => code === "visits_unknown")) return;
    for (const state of sources) {
      const source = { source: state.key };
      interval.set(source, state.everyMinutes * 60);
      asked.set(source, unasked.has(state.state) || state.kind === "visit" ? 0 : 1);
      paused.set(source, state.paused === null ? 0 : 1);
      missingKey.set(source, state.missingKey === null ? 0 : 1);
      issues.set(source, state.issues.length);
      if (state.missedRuns !== null) missedVisits.set(source, state.missedRuns);
      if (state.lastRun !== null) lastVisit.set(source, Date.parse(state.lastRun.finishedAt) / 1_000);
      if (state.missedPublications !== null) missed.set(source, state.missedPublications);
      if (state.lastSuccessAt !== null) lastSuccess.set(source, Date.parse(state.lastSuccessAt) / 1_000);
    }
  }

  async function readHealth(): Promise<void> {
    for (const [part, answers] of Object.entries(await comparison.health())) up.set({ part }, answers ? 1 : 0);
  }
}
