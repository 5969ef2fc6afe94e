import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { SourceHttpError, SourceLimitedError, SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import type { FailedJob, PoisonedJob } from "@openremit/shared/queue";
import { until } from "../support/until.ts";
import { waitForJobs } from "../support/wait-for-jobs.ts";
import { openQueueScene, type QueueScene } from "./queue-scene.ts";

let scene: QueueScene;
beforeEach(() => {
  scene = openQueueScene();
});
afterEach(() => scene.close());

const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

describe("a worker", () => {
  it("does each job once, in order", async () => {
    const done: string[] = [];
    const ids = [await scene.add("one"), await scene.add("two")];
    await scene.work(async ({ note }) => void done.push(note));
    expect(await waitForJobs(scene.queue, ids)).toEqual({ completed: ids, failed: [] });
    expect(done).toEqual(["one", "two"]);
  });

  it("tries a job again while a server of ours is away", async () => {
    let tries = 0;
    const failures: FailedJob[] = [];
    const id = await scene.add("one");
    await scene.work(
      async () => {
        tries += 1;
        if (tries === 1) throw away;
      },
      { onFailed: (job) => void failures.push(job) },
    );
    expect(await waitForJobs(scene.queue, [id])).toMatchObject({ completed: [id] });
    expect(failures).toEqual([
      { queueName: "notes", jobId: id, payload: { note: "one" }, error: away, failedTries: 1, willRetry: true },
    ]);
  });

  it("gives up at once on what asking again cannot mend", async () => {
    let tries = 0;
    const failures: FailedJob[] = [];
    const id = await scene.add("one");
    await scene.work(
      async () => {
        tries += 1;
        throw new SourceShapeError("alien");
      },
      { onFailed: (job) => void failures.push(job) },
    );
    expect(await waitForJobs(scene.queue, [id])).toMatchObject({ failed: [id] });
    expect({ tries, willRetry: failures.map((job) => job.willRetry) }).toEqual({ tries: 1, willRetry: [false] });
  });

  it("puts a job off while its source does not answer", async () => {
    const id = await scene.add("one");
    const failed = new Promise<FailedJob>((resolve) => {
      void scene.work(() => Promise.reject(new SourceHttpError("502")), { onFailed: resolve });
    });
    expect(await failed).toMatchObject({ willRetry: true });
    expect(await scene.queue.getJobState(id)).toBe("delayed");
  });

  it("ends a poisoned payload in failed without trying it again, and tells of it once", async () => {
    const poisoned: PoisonedJob[] = [];
    const job = await scene.queue.add("notes", JSON.parse('{"note":5}'));
    await scene.work(async () => {}, { onPoisoned: async (one) => void poisoned.push(one) });
    expect(await waitForJobs(scene.queue, [job.id ?? ""])).toMatchObject({ failed: [job.id] });
    expect(poisoned).toEqual([
      { queueName: "notes", jobId: job.id, payload: { note: 5 }, problem: expect.stringContaining("note") },
    ]);
  });

  it("tells of a refusal and does not try again", async () => {
    const refused: unknown[] = [];
    const id = await scene.add("one");
    await scene.work(() => Promise.reject(new SourceRefusedError("403")), {
      onRefused: async ({ error }) => void refused.push(error),
    });
    expect(await waitForJobs(scene.queue, [id])).toMatchObject({ failed: [id] });
    expect(refused).toEqual([expect.any(SourceRefusedError)]);
  });

  it("holds to the limiter over all workers of the queue", async () => {
    const at: number[] = [];
    const ids = await Promise.all(["a", "b", "c", "d"].map((note) => scene.add(note)));
    const options = { limiter: { max: 2, perSeconds: 1 }, concurrency: 4 };
    const run = async () => void at.push(performance.now());
    await Promise.all([scene.work(run, options), scene.work(run, options)]);
    await waitForJobs(scene.queue, ids);
    const [first = 0, , third = 0] = at;
    expect(at).toHaveLength(4);
    expect(third - first).toBeGreaterThan(800);
  });

  it.each([{ limiter: { max: 100, perSeconds: 1 } }, {}])(
    "rests when the source asks it to, without counting the try: %j",
    async (options) => {
      const at: number[] = [];
      const ids = [await scene.add("one")];
      await scene.work(async () => {
        at.push(performance.now());
        if (at.length === 1) throw new SourceLimitedError("429", { details: { retryAfterMs: 31_000 } });
      }, options);
      await until(() => at.length === 1);
      await until(async () => (await scene.queue.getJobState(ids[0] ?? "")) !== "active");
      const job = await scene.queue.getJob(ids[0] ?? "");
      expect(await job?.getState()).toBe("limiter" in options ? "waiting" : "delayed");
      expect(job?.attemptsMade).toBe(0);
    },
  );
});

describe("closing", () => {
  it("waits for the job under way and takes no other", async () => {
    const done: string[] = [];
    let begun = false;
    const ids = [await scene.add("one"), await scene.add("two")];
    const worker = await scene.work(async ({ note }) => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 150));
      done.push(note);
    });
    await until(() => begun);
    expect(await worker.close()).toBe(true);
    expect(done).toEqual(["one"]);
    expect(await Promise.all(ids.map((id) => scene.queue.getJobState(id)))).toEqual(["completed", "waiting"]);
  });

  it("is quick when there is nothing to do", async () => {
    const worker = await scene.work(async () => {});
    const started = performance.now();
    expect(await worker.close()).toBe(true);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("waits no longer than the deadline, and says so", async () => {
    let begun = false;
    await scene.add("one");
    const worker = await scene.work(() => {
      begun = true;
      return new Promise(() => {});
    });
    await until(() => begun);
    expect(await worker.close(50)).toBe(false);
  });
});

describe("redelivery", () => {
  it("gives a job that was left half-done to another worker", async () => {
    const id = await scene.add("one");
    let begun = false;
    const leaving = await scene.work(
      () => {
        begun = true;
        return new Promise(() => {});
      },
      { stalledAfterMs: 200 },
    );
    await until(() => begun);
    expect(await leaving.close(0)).toBe(false);
    const done: string[] = [];
    await scene.work(async ({ note }) => void done.push(note), { stalledAfterMs: 200 });
    expect(await waitForJobs(scene.queue, [id])).toMatchObject({ completed: [id] });
    expect(done).toEqual(["one"]);
  });
});
