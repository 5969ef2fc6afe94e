import { releaseDefinition } from "@openremit/publisher";
import { type ReleaseJob, type ReleaseProgress, releaseProgress } from "@openremit/shared/contracts";
import { ConfigError } from "@openremit/shared/domain";
import { closeQueueConnection, createQueue, defaultQueuePrefix, openQueueConnection } from "@openremit/shared/queue";
import type { Part } from "@openremit/shared/runtime";
import type { Terminal } from "../terminal.ts";

interface Following {
  readonly redisUrl: string;
  readonly terminal: Terminal;
  /** Called where nobody else takes release jobs. */
  readonly startPublisher: () => Promise<Part>;
  readonly stopping: AbortSignal | undefined;
}

type Outcome = NonNullable<ReleaseProgress["outcome"]>;

const lookEveryMs = 100;

/**
 * Puts the release of a day on the queue, or finds it there, and follows it to its end.
 *
 * @throws ConfigError with the publisher's own words where it cannot be made.
 */
export async function followRelease(
  asOf: string,
  { redisUrl, terminal, startPublisher, stopping }: Following,
): Promise<Outcome> {
  const connection = openQueueConnection(redisUrl, "openremit-release");
  const queue = createQueue<ReleaseJob>(releaseDefinition, connection, defaultQueuePrefix);
  let publisher: Part | null = null;
  const bar = createBar(terminal);
  try {
    const payload = { schemaVersion: 1, asOf } as const;
    // While one of the same day is under way, it is that one.
    const { id } = await queue.add(asOf, payload, { deduplication: { id: asOf } });
    for (;;) {
      stopping?.throwIfAborted();
      const job = id === undefined ? undefined : await queue.getJob(id);
      if (job === undefined) throw new ConfigError("the release is not on the queue any more: ask again");
      const progress = releaseProgress.safeParse(job.progress).data ?? null;
      if (progress !== null) bar.show(progress);
      if (progress?.outcome && (await job.isCompleted())) return progress.outcome;
      if (await job.isFailed()) throw new ConfigError(`no release was made: ${job.failedReason}`);
      if (publisher === null && (await queue.getWorkers()).length === 0) {
        if (await job.isActive()) terminal.say("  An earlier try was broken off: it goes on within half a minute");
        publisher = await startPublisher();
      }
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  } finally {
    bar.done();
    await publisher?.stop();
    await queue.close();
    await closeQueueConnection(connection);
  }
}

/** Drawn when the number of steps is known. */
function createBar(terminal: Terminal) {
  let drawn: ReturnType<Terminal["progress"]> | null = null;
  let shown = 0;
  return {
    show({ done, total, what }: ReleaseProgress) {
      drawn ??= terminal.progress("Releasing", total);
      for (; shown < done; shown += 1) drawn.advance(what);
      drawn.note(what);
    },
    done: () => drawn?.done(),
  };
}
