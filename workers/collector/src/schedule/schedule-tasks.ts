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
): Promise<Schedule> {
  const sources = [...new Set(tasks.map((task) => task.job.source))];
  const queues: CollectQueue[] = sources.map((source) => createQueue(collectQueueName(source), connection, prefix));

  async function scheduleQueue(queue: CollectQueue): Promise<void> {
    const wanted = tasks
      .filter(({ job }) => collectQueueName(job.source) === queue.name)
      .map(({ id, everyMs, job }) => ({ id, everyMs, payload: job }));
    const { added, changed, removed } = await makeSchedulersEqual(queue, wanted);
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    if (added.length + changed.length + removed.length > 0) {
      logger.info({ queue: queue.name, tasks: wanted.length, ...counts }, "scheduled");
    }
  }

  const schedule = async (): Promise<void> => {
    await Promise.all(queues.map(scheduleQueue));
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
