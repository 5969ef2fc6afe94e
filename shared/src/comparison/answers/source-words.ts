import {
  dailyCapIssue,
  type QuoteSourceConfig,
  type RateSourceConfig,
  type SourceStateView,
} from "../../contracts/index.ts";
import { dayOf } from "../../domain/index.ts";
import type { SourceState } from "../../storage/index.ts";

type SourceConfig = QuoteSourceConfig | RateSourceConfig;
type Situation = Pick<SourceStateView, "state" | "words" | "missedRuns">;

/** How a source is doing, as a code and as a sentence. `record` null: nothing is known of its visits. */
export function describeSource(
  config: SourceConfig,
  record: SourceState | null,
  now: Date,
  simulated: boolean,
): Situation {
  const missedRuns = missedRunsOf(config, record, now);
  const say = (state: Situation["state"], words: string): Situation => ({ state, words, missedRuns });
  if (config.status === "closed") return say("closed", whyClosed(config));
  if (isOfPeople(config)) return { ...describeVisits(record), missedRuns: null };
  if (record?.pause)
    return say("paused", `Paused since ${record.pause.pausedAt}, until a person resumes it: ${record.pause.reason}`);
  if (!config.enabled && !simulated) return say("not_enabled", "Not asked: the operator has not enabled it.");
  if (record?.missingKey && "credential" in config) {
    const { variable, since } = record.missingKey;
    return say("key_missing", `Not asked since ${since}: ${variable}, the operator's own key to it, is not set.`);
  }
  if (isUsedUp(record, now)) {
    const words = `Asked ${config.limits.perDay} times today, as often as config allows; asked again from 00:00 UTC on.`;
    return say("resting", words);
  }
  if (!record?.lastRun) return say("never_run", "Not visited yet.");
  const { outcome, finishedAt, errorMessage } = record.lastRun;
  if (outcome === "failed" || outcome === "quarantined") {
    const what = outcome === "failed" ? "failed" : "was set aside whole by the checks";
    return say(
      "failing",
      `The last visit, at ${finishedAt}, ${what}${errorMessage === null ? "" : `: ${errorMessage}`}`,
    );
  }
  if (missedRuns !== null && missedRuns > 0) {
    return say("late", `No visit since ${finishedAt}; ${missedRuns} were due.`);
  }
  return say("working", `Last visited at ${finishedAt}${outcome === "empty" ? "; it had nothing to say" : ""}.`);
}

function isOfPeople(config: SourceConfig): boolean {
  return "kind" in config && config.kind === "visit";
}

/** People go when they go. */
function describeVisits(record: SourceState | null): Pick<Situation, "state" | "words"> {
  if (!record?.lastRun) return { state: "never_run", words: "Nobody has entered a visit to a shop yet." };
  return { state: "working", words: `The last visit to a shop was published at ${record.lastRun.finishedAt}.` };
}

function whyClosed({ statusDecision }: SourceConfig): string {
  return statusDecision === null
    ? "Not asked."
    : `Not asked: ${statusDecision.reason} (since ${statusDecision.since}).`;
}

/** Whether the requests of the UTC day are used up. */
function isUsedUp(record: SourceState | null, now: Date): boolean {
  const today = dayOf(now);
  return record?.openIssues.some(({ code, subject }) => code === dailyCapIssue && subject === today) ?? false;
}

/** Whole intervals since the last success, beyond the one that is running; of a source that never answered, since it is visited. */
function missedRunsOf(config: SourceConfig, record: SourceState | null, now: Date): number | null {
  const since = record?.lastSuccessAt ?? record?.firstRunAt ?? null;
  if (since === null) return null;
  const elapsedMs = now.getTime() - new Date(since).getTime();
  return Math.max(0, Math.floor(elapsedMs / (config.schedule.everyMinutes * 60_000)) - 1);
}
