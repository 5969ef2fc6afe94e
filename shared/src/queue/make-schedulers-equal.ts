import { isDeepStrictEqual } from "node:util";
import type { JobSchedulerJson } from "bullmq";
import { mastersOf } from "../redis/index.ts";
import type { QueueConnection } from "./connection.ts";
import { type AnyJobQueue, createQueue, type JobQueue } from "./create-queue.ts";
import { collectQueueName } from "./names.ts";
import { queueNameOf, queuePrefix } from "./queue-prefix.ts";

/** Work to be done again and again. `id` is stable: it is what config and Redis are compared by. */
export interface WantedScheduler<Payload> {
  readonly id: string;
  readonly everyMs: number;
  readonly payload: Payload;
}

export interface SchedulerChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** The clocks of two machines differ by less. */
const clockStepMs = 60_000;

/**
 * Makes the schedulers of a queue equal to what config wants, both ways. A new one runs at once and then every
 * `everyMs`; one that is right already is not touched, so a restart neither repeats nor postpones it. One whose next job
 * is further off than its interval sleeps since the clock was put back: it runs one interval from now, not at once,
 * because nobody knows how long ago it ran.
 */
export async function makeSchedulersEqual<Payload>(
  queue: JobQueue<Payload>,
  wanted: readonly WantedScheduler<Payload>[],
): Promise<SchedulerChanges> {
  const found = await queue.getJobSchedulers(0, -1, true);
  const foundById = new Map(found.map((scheduler) => [scheduler.key, scheduler]));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const added: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (const one of wanted) {
    const existing = foundById.get(one.id);
    const sleeps = existing?.next !== undefined && existing.next > Date.now() + one.everyMs + clockStepMs;
    const isRight = existing !== undefined && isEqual(existing, one) && !sleeps && (await hasNextJob(queue, existing));
    (isRight ? unchanged : existing ? changed : added).push(one.id);
    if (isRight) continue;
    if (sleeps) await removeScheduler(queue, existing);
    const start = sleeps ? { startDate: Date.now() + one.everyMs } : {};
    await queue.upsertJobScheduler(one.id, { every: one.everyMs, ...start }, { name: one.id, data: one.payload });
  }
  const removed = found.filter((scheduler) => !wantedIds.has(scheduler.key));
  for (const scheduler of removed) await removeScheduler(queue, scheduler);
  return { added, changed, removed: removed.map(({ key }) => key), unchanged };
}

/** Removes the schedulers of every queue of a source that config no longer names. Returns the names of those queues. */
export async function removeOtherSchedulers(
  connection: QueueConnection,
  prefix: string,
  wantedQueues: ReadonlySet<string>,
): Promise<string[]> {
  const others = (await findScheduledQueues(connection, prefix)).filter(
    (name) => name.startsWith(collectQueueName("")) && !wantedQueues.has(name),
  );
  for (const name of others) {
    const queue = createQueue<unknown>(name, connection, prefix);
    await makeSchedulersEqual(queue, []);
    await queue.close();
  }
  return others;
}

/** BullMQ keeps a queue's schedulers under `…:<queue>:repeat`, a key that exists only while there are some. */
async function findScheduledQueues(connection: QueueConnection, prefix: string): Promise<string[]> {
  const names: string[] = [];
  const match = `${queuePrefix(connection, prefix, "*")}:*:repeat`;
  for (const server of await mastersOf(connection)) {
    for await (const keys of server.scanStream({ match, count: 500, type: "zset" })) {
      for (const key of keys as string[]) names.push(queueNameOf(connection, prefix, key, "repeat"));
    }
  }
  return [...new Set(names)].sort();
}

function isEqual<Payload>(existing: JobSchedulerJson, wanted: WantedScheduler<Payload>): boolean {
  const payload: unknown = JSON.parse(JSON.stringify(wanted.payload));
  return existing.every === wanted.everyMs && isDeepStrictEqual(existing.template?.data, payload);
}

function nextJobId({ key, next }: JobSchedulerJson): string {
  return `repeat:${key}:${next}`;
}

/** A scheduler whose next job got lost, with a Redis that lost its last second say, would sleep for ever. */
async function hasNextJob<Payload>(queue: JobQueue<Payload>, scheduler: JobSchedulerJson): Promise<boolean> {
  if (await isDue(queue, scheduler)) return true;
  // It may have run since it was looked at, and left the one after it.
  const now = await queue.getJobScheduler(scheduler.key);
  return now !== undefined && now.next !== scheduler.next && (await isDue(queue, now));
}

async function isDue(queue: AnyJobQueue, scheduler: JobSchedulerJson): Promise<boolean> {
  const state = await queue.getJobState(nextJobId(scheduler));
  return state === "delayed" || state === "waiting" || state === "active" || state === "prioritized";
}

/** BullMQ takes the next job along only while it is delayed; one that already waits is due and unwanted as well. */
async function removeScheduler(queue: AnyJobQueue, scheduler: JobSchedulerJson): Promise<void> {
  await queue.removeJobScheduler(scheduler.key);
  if ((await queue.getJobState(nextJobId(scheduler))) === "waiting") await queue.remove(nextJobId(scheduler));
}
