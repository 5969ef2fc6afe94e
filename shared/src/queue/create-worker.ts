import { DelayedError, type Job, RateLimitError, Worker } from "bullmq";
import { within } from "../runtime/index.ts";
import { backoffMs, restMs } from "./backoff.ts";
import type { QueueConnection } from "./connection.ts";
import { execJob, type JobListeners } from "./exec-job.ts";
import type { JobDefinition } from "./job-definition.ts";
import { type OnError, warnOnError } from "./on-error.ts";
import { queuePrefix } from "./queue-prefix.ts";

export interface FailedJob {
  readonly queueName: string;
  /** Null for a job that was lost with its worker too often and is gone already. */
  readonly jobId: string | null;
  readonly payload: unknown;
  readonly error: Error;
  readonly failedTries: number;
  readonly willRetry: boolean;
}

export interface WorkerOptions<Payload, Context> extends JobListeners {
  readonly definition: JobDefinition<Payload, Context>;
  /** The definition's name unless said. */
  readonly queueName?: string;
  readonly connection: QueueConnection;
  readonly prefix: string;
  readonly context: Context;
  readonly concurrency?: number;
  /** Jobs of this queue, over all processes: `max` in `perSeconds`. */
  readonly limiter?: { readonly max: number; readonly perSeconds: number };
  /** A worker not heard of for so long is taken for dead, and its job is given to another. 30 seconds unless said. */
  readonly stalledAfterMs?: number;
  /** After every failed try. */
  onFailed?(job: FailedJob): void;
  readonly onError?: OnError;
}

export interface JobWorker {
  readonly queueName: string;
  /** Connected and taking jobs. */
  ready(): Promise<void>;
  /**
   * Takes no more jobs and waits for those under way, `deadlineMs` at most (5 seconds unless said). False: one was still
   * under way; it stays in Redis as taken, and another worker gets it when this one is no longer heard of.
   */
  close(deadlineMs?: number): Promise<boolean>;
}

/** How often a job may be lost with its worker before it is believed to be the cause. */
const maxStalledCount = 5;

/** For hanging up, once nothing is at stake any more: a Redis that is away does not hold anybody up. */
const lastWordMs = 500;

/** The receiving end of a queue: it runs job bodies and does with failures what the behaviour table says. */
export function createWorker<Payload, Context>(options: WorkerOptions<Payload, Context>): JobWorker {
  const { definition, connection, prefix, context, limiter, stalledAfterMs = 30_000 } = options;
  const queueName = options.queueName ?? definition.name;
  const onError = options.onError ?? warnOnError;
  const underWay = new Set<Promise<void>>();
  let closing: Promise<boolean> | null = null;

  async function track(job: Job, token: string | undefined): Promise<void> {
    const trying = tryJob(job, token);
    underWay.add(trying);
    try {
      await trying;
    } finally {
      underWay.delete(trying);
    }
  }

  async function tryJob(job: Job, token: string | undefined): Promise<void> {
    try {
      const voice = { tellProgress: (progress: object) => job.updateProgress(progress) };
      await execJob({ queueName, jobId: job.id ?? "", payload: job.data }, definition, context, options, voice);
    } catch (error) {
      const rests = job.attemptsStarted - job.attemptsMade - 1;
      const ms = restMs(error, rests, Math.random());
      if (ms === null) throw error;
      await rest(job, token, ms);
    }
  }

  /** Puts the job back uncounted. BullMQ lets a whole queue rest where it has a limiter, else the job alone waits. */
  async function rest(job: Job, token: string | undefined, ms: number): Promise<never> {
    if (limiter) {
      await worker.getBackend().setRateLimit(ms);
      throw new RateLimitError();
    }
    await job.moveToDelayed(Date.now() + ms, token);
    throw new DelayedError();
  }

  const worker: Worker = new Worker(queueName, track, {
    connection,
    prefix: queuePrefix(connection, prefix, queueName),
    concurrency: options.concurrency ?? 1,
    ...(limiter && { limiter: { max: limiter.max, duration: limiter.perSeconds * 1000 } }),
    lockDuration: stalledAfterMs,
    stalledInterval: stalledAfterMs,
    maxStalledCount,
    settings: { backoffStrategy: (failedTries, _type, error) => backoffMs(error, failedTries, Math.random()) },
  });
  worker.on("error", onError);
  worker.on("failed", (job, error) => {
    options.onFailed?.({
      queueName,
      jobId: job?.id ?? null,
      payload: job?.data ?? null,
      error,
      failedTries: job?.attemptsMade ?? 0,
      willRetry: job !== undefined && job.finishedOn === undefined,
    });
  });

  return {
    queueName,
    ready: async () => void (await worker.waitUntilReady()),
    close(deadlineMs = 5_000) {
      closing ??= closeInTime(deadlineMs);
      return closing;
    },
  };

  async function closeInTime(deadlineMs: number): Promise<boolean> {
    await worker.pause(true);
    const isIdle = await within(deadlineMs, Promise.allSettled(underWay));
    // Closing by force gives up the lock of the job under way, which is what hands it to another worker.
    await within(lastWordMs, worker.close(!isIdle));
    return isIdle;
  }
}
