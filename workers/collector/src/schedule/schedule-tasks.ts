import {
  collectQueueName,
  createQueue,
  type JobQueue,
  makeSchedulersEqual,
  type QueueConnection,
  removeOtherSchedulers,
  repeatOnReturn,
} from "@openremit/shared/queue";
import type { Logger } from "@openremit/shared/runtime";
import type { CollectTask } from "./collect-tasks.ts";

/** How many visits to a source may be under way at once in all processes together; null: as many as there are workers. */
export type ConcurrencyOf = (source: string) => number | null;

type CollectQueue = JobQueue<CollectTask["job"]>;

export interface Schedule {
  /** To be closed. */
  readonly queues: readonly CollectQueue[];
  /** Leaves the schedulers as they are and looks after them no more. */
  stop(): void;
}

/** A Redis that lost its memory unnoticed leaves sources unvisited for so long, less than the shortest interval. */
const lookEveryMs = 60_000;

/**
 * Makes the schedulers of all collect queues equal to the tasks, both ways: now, and again whenever Redis is back and
 * every so often, should it have lost its memory.
 */
export async function scheduleTasks(
  tasks: readonly CollectTask[],
  connection: QueueConnection,
  prefix: string,
  logger: Logger,
  concurrencyOf: ConcurrencyOf,
): Promise<Schedule> {
  const sources = [...new Set(tasks.map((task) => task.job.source))];
  const bySource = sources.map((source) => {
    const queue: CollectQueue = createQueue(collectQueueName(source), connection, prefix);
    return { source, queue };
  });
  const queues = bySource.map(({ queue }) => queue);

  async function scheduleQueue({ source, queue }: (typeof bySource)[number]): Promise<void> {
    const concurrency = concurrencyOf(source);
    if (concurrency !== null) await queue.setGlobalConcurrency(concurrency);
    const wanted = tasks
      .filter(({ job }) => job.source === source)
      .map(({ id, everyMs, job }) => ({ id, everyMs, payload: job }));
    const { added, changed, removed } = await makeSchedulersEqual(queue, wanted);
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    if (added.length + changed.length + removed.length > 0) {
      logger.info({ queue: queue.name, tasks: wanted.length, ...counts }, "scheduled");
    }
  }

  const schedule = async (): Promise<void> => {
    await Promise.all(bySource.map(scheduleQueue));
  };

  await removeOtherSchedulers(connection, prefix, new Set(queues.map(({ name }) => name)));
  await schedule();
  const stop = repeatOnReturn(connection, {
    everyMs: lookEveryMs,
    work: schedule,
    onError: (error) => logger.error({ err: error }, "visits could not be scheduled"),
  });
  return { queues, stop };
}
