import type { Catalog } from "@openremit/shared/catalog";
import type { Comparison } from "@openremit/shared/comparison";
import type { SourcesAnswer } from "@openremit/shared/contracts";
import { InputError } from "@openremit/shared/domain";
import { type Clock, inTime, type Logger } from "@openremit/shared/runtime";
import {
  type Database,
  decideQuarantined,
  type HoldsKey,
  pauseSource,
  type QuarantinedRun,
  type RecentRun,
  readHolder,
  readQuarantined,
  readRecentRuns,
  readVisits,
  readWaitingReports,
  resumeSource,
  type VisitRecord,
  type WaitingReports,
} from "@openremit/shared/storage";
import type { OperatorQueues, QueueCount } from "./operator-queues.ts";

/** Everything an operator sees at once. */
export interface Overview {
  readonly sources: SourcesAnswer["sources"];
  readonly runs: readonly RecentRun[];
  readonly quarantined: readonly QuarantinedRun[];
  /** Visits to shops that two people entered differently, or that look odd. */
  readonly visits: { readonly count: number; readonly visits: readonly VisitRecord[] };
  readonly reports: WaitingReports;
  /** Null: Redis does not answer. */
  readonly queues: readonly QueueCount[] | null;
}

export interface OperatorDesk {
  readonly queues: OperatorQueues;
  holderOf(keyId: string): Promise<HoldsKey | null>;
  overview(): Promise<Overview>;
  pause(source: string, reason: string): Promise<void>;
  resume(source: string): Promise<void>;
  decide(runId: string, decision: "accepted" | "rejected", why: string, keyId: string): Promise<void>;
}

interface DeskOptions {
  readonly catalog: Catalog;
  readonly comparison: Comparison;
  readonly database: Database;
  readonly queues: OperatorQueues;
  readonly clock: Clock;
  readonly logger: Logger;
}

const mostListed = 20;
const queuesWithinMs = 2_000;
const runIdShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What operators read and do, over the record and the queues. */
export function createOperatorDesk(options: DeskOptions): OperatorDesk {
  const { catalog, comparison, database, queues, clock, logger } = options;
  const isSource = (key: string) => catalog.quoteSourceOf(key) !== null || catalog.rateSources.has(key);
  const known = (source: string) => {
    if (!isSource(source)) throw new InputError(`There is no source ${source}.`);
    return source;
  };

  async function countQueues(): Promise<readonly QueueCount[] | null> {
    try {
      return await inTime(queuesWithinMs, queues.count(), "Redis");
    } catch (error) {
      logger.warn({ err: error }, "the queues cannot be counted");
      return null;
    }
  }

  return {
    queues,
    holderOf: (keyId) => readHolder(database, keyId, "operate", clock.now()),
    async overview() {
      const [sources, runs, quarantined, visits, reports, counts] = await Promise.all([
        comparison.sources(),
        readRecentRuns(database, mostListed),
        readQuarantined(database, mostListed),
        readVisits(database, ["differs", "held"]),
        readWaitingReports(database, mostListed),
        countQueues(),
      ]);
      return { sources: sources.answer.sources, runs, quarantined, visits, reports, queues: counts };
    },
    pause: async (source, reason) => pauseSource(database, known(source), reason, clock.now()),
    resume: async (source) => resumeSource(database, known(source), clock.now()),
    async decide(runId, decision, why, keyId) {
      if (!runIdShape.test(runId)) throw new InputError(`"${runId}" is no id of a run.`);
      await decideQuarantined(database, { runId, decision, why, keyId }, clock.now());
    },
  };
}
