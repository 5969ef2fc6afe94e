import { UnrecoverableError } from "bullmq";
import { z } from "zod";
import type { JobDefinition, JobVoice } from "./job-definition.ts";
import { queueBehaviour } from "./queue-behaviour.ts";

/** A job as it came out of Redis: nothing about its payload is known yet. */
export interface ReceivedJob {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: unknown;
}

/** A job nobody follows. */
const unheard: JobVoice = { tellProgress: async () => undefined };

export interface PoisonedJob extends ReceivedJob {
  /** What is wrong with the payload, a line for each fault. */
  readonly problem: string;
}

export interface RefusedJob extends ReceivedJob {
  readonly error: unknown;
}

/** Both are waited for before the job fails. When they throw, the job is tried again, so that nothing goes unsaid. */
export interface JobListeners {
  /** A payload its schema refuses: it ends in the failed list and never loops. */
  onPoisoned?(job: PoisonedJob): Promise<void>;
  /** The source refused us: it is to be paused. */
  onRefused?(job: RefusedJob): Promise<void>;
}

/** One try of one job: validates the payload at the edge, runs the body, and tells who has to know. */
export async function execJob<Payload, Context>(
  job: ReceivedJob,
  definition: JobDefinition<Payload, Context>,
  context: Context,
  listeners: JobListeners,
  voice: JobVoice = unheard,
): Promise<void> {
  const parsed = definition.schema.safeParse(job.payload);
  if (!parsed.success) {
    const problem = z.prettifyError(parsed.error);
    await listeners.onPoisoned?.({ ...job, problem });
    throw new UnrecoverableError(`not a payload of ${definition.name}: ${problem}`);
  }
  try {
    await definition.exec(parsed.data, context, voice);
  } catch (error) {
    if (queueBehaviour(error).pauseSource) await listeners.onRefused?.({ ...job, error });
    throw error;
  }
}
