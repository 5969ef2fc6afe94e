import { createRecorder } from "@openremit/recorder";
import type { NewReport, OffersAnswer, QuoteObservation, ReadyzAnswer, RecordJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  defaultQueuePrefix,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { createMetrics, type Part } from "@openremit/shared/runtime";
import { openStores } from "@openremit/shared/storage";
import { serveStores } from "./api-on-servers.ts";
import { quietLogger, quoteOf, sceneNow } from "./comparison-scene.ts";
import { buildQuotesJob } from "./record-job.ts";
import { until } from "./until.ts";

export type FaultScene = Awaited<ReturnType<typeof openFaultScene>>;

interface Addresses {
  readonly redisUrl: string;
  readonly databaseUrl: string;
}

/** Recorder and API between a Redis and a PostgreSQL that a test takes away from them. */
export async function openFaultScene({ redisUrl, databaseUrl }: Addresses) {
  const servers = {
    redisUrl,
    databaseUrl,
    prefix: defaultQueuePrefix,
    mode: "simulated",
    logger: quietLogger,
  } as const;
  const api = await serveStores(await openStores({ ...servers, name: "test" }), sceneNow, { timeoutMs: 500 });
  const connection = openQueueConnection(redisUrl, "fault-scene", () => undefined);
  const queue = createQueue<RecordJob>(recordQueueName, connection, servers.prefix, () => undefined);
  const recorders: Part[] = [];

  async function ask<Answer>(path: string): Promise<Asked<Answer>> {
    const response = await api.get(path);
    const { status, headers } = response;
    return { status, headers, answer: (await response.json()) as Answer };
  }

  const readyz = () => ask<ReadyzAnswer>("/readyz");

  return {
    ...api,
    ask,
    readyz,
    offers: (query = "pay=200") => ask<OffersAnswer>(`/v1/corridors/be-ma/offers?${query}`),
    /** Waits until exactly these parts are said to be missing. */
    missing: (...parts: readonly string[]) =>
      until(
        readyz,
        ({ answer }) => String(answer.parts.filter(({ up }) => !up).map(({ name }) => name)) === `${parts}`,
      ),
    async startRecorder(): Promise<void> {
      const recorder = createRecorder({
        ...servers,
        clock: api.clock,
        metrics: createMetrics(),
        stalledAfterMs: 1_000,
      });
      await recorder.start();
      recorders.push(recorder);
    },
    async stopRecorders(): Promise<void> {
      for (const recorder of recorders.splice(0)) await recorder.stop();
    },
    /** What the collector does with a run. */
    async enqueue(job: RecordJob): Promise<void> {
      await queue.add(job.run.source, job, { jobId: job.run.runId });
    },
    /** Why a run that waits for another try could not be recorded; null where none waits. */
    async failedTry(): Promise<string | null> {
      const [job] = await queue.getDelayed(0, 0);
      return job?.failedReason ?? null;
    },
    failedJobs: () => queue.getFailedCount(),
    report: (report: NewReport) =>
      fetch(`${api.origin}/v1/reports`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(report),
      }),
    async close(): Promise<void> {
      for (const recorder of recorders.splice(0)) await recorder.stop();
      await queue.close();
      await closeQueueConnection(connection);
      await api.close();
    },
  };
}

export interface Asked<Answer> {
  readonly status: number;
  readonly headers: Headers;
  readonly answer: Answer;
}

/** A visit to Wise that found this rate, so many minutes before the scene's noon. */
export function visitOf(rate: string, minutesAgo: number, fields: Partial<QuoteObservation> = {}): RecordJob {
  const at = new Date(sceneNow.getTime() - minutesAgo * 60_000).toISOString();
  const quote = quoteOf({ rate, received: null, observedAt: at, fetchedAt: at, ...fields });
  return buildQuotesJob({ run: { source: quote.source, fetchedAt: at }, quotes: [quote] });
}

export const ratesOf = ({ answer }: Asked<OffersAnswer>) => answer.offers.map(({ rate }) => rate);
export const warningsOf = ({ answer }: Asked<{ warnings: readonly { code: string }[] }>) =>
  answer.warnings.map(({ code }) => code);
