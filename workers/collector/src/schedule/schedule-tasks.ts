import {
  collectQueueName,
  createQueue,
  type JobQueue,
  makeSchedulersEqual,
  type QueueConnection,
  removeOtherSchedulers,
} from "@openremit/shared/queue";
import type { Logger } from "@openremit/shared/runtime";
import type { CollectTask } from "./collect-tasks.ts";

type CollectQueue = JobQueue<CollectTask["job"]>;

/** Makes the schedulers of all collect queues equal to the tasks, both ways. Returns the queues, to be closed. */
export async function scheduleTasks(
  tasks: readonly CollectTask[],
  connection: QueueConnection,
  prefix: string,
  logger: Logger,
): Promise<CollectQueue[]> {
  const sources = [...new Set(tasks.map((task) => task.job.source))];
  await removeOtherSchedulers(connection, prefix, new Set(sources.map(collectQueueName)));
  const queues: CollectQueue[] = [];
  for (const source of sources) {
    const queue: CollectQueue = createQueue(collectQueueName(source), connection, prefix);
    queues.push(queue);
    const wanted = tasks
      .filter((task) => task.job.source === source)
      .map(({ id, everyMs, job }) => ({ id, everyMs, payload: job }));
    const { added, changed, removed } = await makeSchedulersEqual(queue, wanted);
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    logger.info({ source, tasks: wanted.length, ...counts }, "scheduled");
  }
  return queues;
}
