import { type ReleaseJob, type ReleaseProgress, releaseJob } from "@openremit/shared/contracts";
import { NoFreshDataError } from "@openremit/shared/domain";
import { defineJob, releaseQueueName } from "@openremit/shared/queue";
import { type Tracer, traced } from "@openremit/shared/runtime";
import { makeRelease, type ReleaseContext, releaseSteps } from "./make-release.ts";

export interface ReleaseJobContext extends Omit<ReleaseContext, "tell"> {
  readonly tracer: Tracer;
}

/** How often whoever follows hears how far it is. */
const tellEveryMs = 300;

/** The release of one day. Made twice, it is the same: a job that is delivered again changes nothing. */
export const releaseDefinition = defineJob<ReleaseJob, ReleaseJobContext>({
  name: releaseQueueName,
  schema: releaseJob,
  async exec({ asOf }, context, voice) {
    let toldAt = 0;
    const tell = (done: number, total: number, what: string) => {
      if (performance.now() - toldAt < tellEveryMs) return;
      toldAt = performance.now();
      // A word that is lost is followed by another one.
      voice.tellProgress(progressOf(done, total, what, null)).catch(() => undefined);
    };
    const { release, isNew, directory } = await traced(context.tracer, "release", {}, () =>
      makeRelease(asOf, { ...context, tell }).catch(failAsItCame),
    );
    const outcome = { release, isNew, directory };
    await voice.tellProgress(progressOf(releaseSteps, releaseSteps, release.id, outcome));
  },
});

/** Readers are told that there are no data while PostgreSQL is away; a job waits for it instead of giving up. */
function failAsItCame(error: unknown): never {
  throw error instanceof NoFreshDataError && error.cause !== undefined ? error.cause : error;
}

function progressOf(done: number, total: number, what: string, outcome: ReleaseProgress["outcome"]): ReleaseProgress {
  return { done, total, what, outcome };
}
