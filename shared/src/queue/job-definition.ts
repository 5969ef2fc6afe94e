import type { z } from "zod";

/** A kind of work: what its payload looks like and what is done with it. */
export interface JobDefinition<Payload, Context> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  /** A plain function, tested without Redis. It has to bear being called twice with the same payload. */
  exec(payload: Payload, context: Context): Promise<void>;
}

/** Defines a job; the payload's type comes from its schema. */
export function defineJob<Payload, Context>(
  definition: JobDefinition<Payload, Context>,
): JobDefinition<Payload, Context> {
  return definition;
}
