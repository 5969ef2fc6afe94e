import type { z } from "zod";

/** What a job may say while it runs. */
export interface JobVoice {
  /** Kept with the job, for whoever follows it; the last word counts. */
  tellProgress(progress: object): Promise<void>;
}

/** A kind of work: what its payload looks like and what is done with it. */
export interface JobDefinition<Payload, Context> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  /** A plain function, tested without Redis. It has to bear being called twice with the same payload. */
  exec(payload: Payload, context: Context, voice: JobVoice): Promise<void>;
}

/** Defines a job; the payload's type comes from its schema. */
export function defineJob<Payload, Context>(
  definition: JobDefinition<Payload, Context>,
): JobDefinition<Payload, Context> {
  return definition;
}
