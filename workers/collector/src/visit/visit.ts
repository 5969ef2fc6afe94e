import type { RobotsFinding, Run } from "@openremit/shared/contracts";
import type { TimePrecision } from "@openremit/shared/domain";
import type { Answer } from "@openremit/shared/http";
import { gravestRobots } from "./gravest-robots.ts";

/** One visit to a source, as far as it got: what was asked has been answered and nothing is read yet. */
export interface Visit {
  readonly runId: string;
  readonly startedAt: string;
  readonly answers: readonly Answer[];
  /** How finely the time of the answers is known; live answers: to the second. */
  readonly precision: TimePrecision;
  readonly simulated: boolean;
  /** What robots.txt said to each request. None where nobody was asked, as for a recording. */
  readonly robots?: readonly RobotsFinding[];
}

/** When the last answer of a visit arrived. */
export function fetchedAtOf(visit: Visit): string {
  const times = visit.answers.map((answer) => answer.fetchedAt).sort();
  return times.at(-1) ?? visit.startedAt;
}

/** What every run row of a visit has in common. */
export function describeRun(
  visit: Visit,
  of: { source: string; kind: Run["kind"]; adapterVersion: string; finishedAt: string },
): Omit<Run, "outcome" | "covers"> {
  return {
    runId: visit.runId,
    source: of.source,
    kind: of.kind,
    startedAt: visit.startedAt,
    finishedAt: of.finishedAt,
    fetchedAt: visit.answers.length === 0 ? null : fetchedAtOf(visit),
    errorCode: null,
    errorMessage: null,
    adapterVersion: of.adapterVersion,
    robots: gravestRobots(visit.robots ?? []),
    simulated: visit.simulated,
  };
}
