import type { CollectJob, RecordJob, RobotsFinding } from "@openremit/shared/contracts";
import type { Answer, HearRobots } from "@openremit/shared/http";
import type { Clock } from "@openremit/shared/runtime";
import { failureClassOf } from "@openremit/shared/runtime";
import type { PlannedRequest } from "../adapters/adapter.ts";
import { buildFailedRun } from "./failed-run.ts";
import { namedFailure } from "./named-failure.ts";
import { type Knowledge, type PlannedVisit, planVisit } from "./plan-visit.ts";
import type { Visit } from "./visit.ts";

export interface CollectContext {
  readonly knowledge: (job: CollectJob) => Promise<Knowledge>;
  readonly fetchAnswer: (
    source: PlannedVisit["source"],
    request: PlannedRequest,
    hearRobots: HearRobots,
  ) => Promise<Answer>;
  readonly record: (job: RecordJob) => Promise<void>;
  readonly newRunId: () => string;
  readonly clock: Clock;
  readonly simulated: boolean;
}

/**
 * The body of a collect job: plan, fetch, follow up, parse, check, enqueue. A visit that fails is recorded as a failed
 * run, and its error thrown on: the queue's table decides whether to ask again. Where a server of ours is away, nothing
 * was learnt about the source, and nothing is said about it.
 */
export async function collect(job: CollectJob, context: CollectContext): Promise<RecordJob> {
  const planned = planVisit(job, await context.knowledge(job), { now: context.clock.now() });
  const answers: Answer[] = [];
  const robots: RobotsFinding[] = [];
  const visit: Visit = {
    runId: context.newRunId(),
    startedAt: context.clock.now().toISOString(),
    answers,
    precision: "second",
    simulated: context.simulated,
    robots,
  };
  const ask = async (requests: PlannedVisit["requests"]) => {
    for (const request of requests) {
      answers.push(await context.fetchAnswer(planned.source, request, (finding) => robots.push(finding)));
    }
  };
  let read: RecordJob;
  try {
    await ask(planned.requests);
    await ask(planned.follow(visit));
    read = planned.read(visit, context.clock.now());
  } catch (cause) {
    const error = namedFailure(cause, answers);
    if (failureClassOf(error) !== "infrastructure") {
      await context.record(buildFailedRun(visit, planned, error, context.clock.now()));
    }
    throw error;
  }
  // Outside: what our own queue meets is no failure of the source.
  await context.record(read);
  return read;
}
