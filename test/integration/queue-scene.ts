import {
  closeQueues,
  createQueue,
  createWorker,
  defineJob,
  type JobQueue,
  type JobWorker,
  openQueueConnection,
  type QueueConnection,
  type WorkerOptions,
} from "@openremit/shared/queue";
import { z } from "zod";
import { freshRedis } from "../support/servers.ts";

const payloadSchema = z.object({ note: z.string() }).strict();
export type Payload = z.infer<typeof payloadSchema>;

/** What the job body does is the test's business. */
export interface Body {
  run(payload: Payload): Promise<void>;
}

export const noteJob = defineJob({
  name: "notes",
  schema: payloadSchema,
  exec: (payload, body: Body) => body.run(payload),
});

export interface QueueScene {
  readonly connection: QueueConnection;
  readonly prefix: string;
  readonly queue: JobQueue<Payload>;
  work(body: Body["run"], options?: Partial<WorkerOptions<Payload, Body>>): Promise<JobWorker>;
  add(note: string): Promise<string>;
  close(): Promise<void>;
}

/** A queue of its own on the test run's Redis. */
export function openQueueScene(): QueueScene {
  const { url, prefix } = freshRedis();
  const connection = openQueueConnection(url, "test");
  const queue = createQueue(noteJob, connection, prefix);
  const workers: JobWorker[] = [];
  return {
    connection,
    prefix,
    queue,
    async work(run, options = {}) {
      const worker = createWorker({ definition: noteJob, connection, prefix, context: { run }, ...options });
      workers.push(worker);
      await worker.ready();
      return worker;
    },
    async add(note) {
      const { id = "" } = await queue.add(noteJob.name, { note });
      return id;
    },
    close: async () => void (await closeQueues({ workers, queues: [queue], connection }, 500)),
  };
}
