import { randomUUID } from "node:crypto";
import {
  allAdapters,
  collect,
  type Knowledge,
  planVisit,
  type QuoteInspection,
  type Visit,
} from "@openremit/collector";
import type { Catalog } from "@openremit/shared/catalog";
import type { CollectJob, QuoteObservation, RecordJob } from "@openremit/shared/contracts";
import { DomainError, OpenRemitError, type RateRow } from "@openremit/shared/domain";
import { type Answer, type HttpClient, secretValues } from "@openremit/shared/http";
import type { Clock, Mode } from "@openremit/shared/runtime";

export interface HandVisit {
  readonly job: CollectJob;
  readonly catalog: Catalog;
  /** What the checks hold prices against; none where no store is opened. */
  readonly rateRows: readonly RateRow[];
  readonly lastSaid: readonly QuoteObservation[];
  readonly mode: Mode;
  readonly clock: Clock;
  /** A client that tells of every answer as it may be kept. */
  openHttp(keep: (answer: Answer) => Promise<void>): HttpClient;
  /** Where the run goes; nowhere in a dry run. */
  record(run: RecordJob): Promise<void>;
}

/** A visit as a person wants to see it. */
export interface VisitReport {
  readonly run: RecordJob;
  readonly failure: OpenRemitError | null;
  /** Every answer as it may be kept, robots.txt and refusals too. */
  readonly answers: readonly Answer[];
  /** Null where no prices could be read, and for rates. */
  readonly inspection: QuoteInspection | null;
  /** The tokens that were handed to us, to be left out of whatever is kept. */
  readonly tokens: readonly string[];
}

/** Asks a source once, the way the collector does, and keeps what there is to look at. What failed is part of the report. */
export async function visitSource(visit: HandVisit): Promise<VisitReport> {
  const { job, catalog, rateRows, lastSaid, mode, clock, record } = visit;
  const [kept, read, runs]: [Answer[], Answer[], RecordJob[]] = [[], [], []];
  const known: Knowledge = { catalog, adapters: allAdapters, rateRows, lastSaid };
  const http = visit.openHttp(async (answer) => void kept.push(answer));
  const simulated = mode === "simulated";
  let failure: OpenRemitError | null = null;
  try {
    await collect(job, {
      knowledge: async () => known,
      fetchAnswer: async (source, request, hearRobots) => {
        const answer = await http.fetchAnswer(source, request, hearRobots);
        read.push(answer);
        return answer;
      },
      record: async (run) => {
        runs.push(run);
        await record(run);
      },
      newRunId: randomUUID,
      clock,
      simulated,
    });
  } catch (error) {
    if (!(error instanceof OpenRemitError) || runs.length === 0) throw error;
    failure = error;
  } finally {
    http.close();
  }
  const [run] = runs;
  if (run === undefined) throw new DomainError(`the visit to ${job.source} left no run`);
  const { runId, startedAt } = run.run;
  const seen: Visit = { runId, startedAt, answers: read, precision: "second", simulated };
  const tokens = read.flatMap(({ body, request }) => secretValues(body, request.secretFields));
  return { run, failure, answers: kept, inspection: inspect(job, known, seen, clock.now()), tokens };
}

/** What can be read of the answers, also where a rule then set the run aside. */
function inspect(job: CollectJob, known: Knowledge, visit: Visit, now: Date): QuoteInspection | null {
  if (visit.answers.length === 0) return null;
  try {
    return planVisit(job, known, { now }).inspect(visit, now);
  } catch (error) {
    if (error instanceof OpenRemitError) return null;
    throw error;
  }
}
