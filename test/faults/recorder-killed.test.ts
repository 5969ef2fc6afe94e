import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { RecordJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  type JobQueue,
  openQueueConnection,
  type QueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { readLatest, rebuildLatest } from "@openremit/shared/storage";
import { holdBackRuns } from "../support/hold-back-runs.ts";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { beMa, buildQuote, buildQuotesJob } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";
import { until } from "../support/until.ts";
import { waitForJobs } from "../support/wait-for-jobs.ts";

/** Runs that a recorder works on at the same time. */
const atOnce = 8;

let scene: StorageScene;
let connection: QueueConnection;
let queue: JobQueue<RecordJob>;
let redis: OwnServer | null = null;
const children: ChildProcess[] = [];

async function openScene(redisUrl?: string): Promise<void> {
  scene = await openStorageScene(redisUrl);
  connection = openQueueConnection(scene.redisUrl, "recorder-killed-test", () => undefined);
  queue = createQueue(recordQueueName, connection, scene.prefix, () => undefined);
}

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  await queue.close();
  await closeQueueConnection(connection);
  await scene.close();
  await redis?.close();
  redis = null;
});

async function startProcess(): Promise<ChildProcess> {
  const { databaseUrl, redisUrl, prefix } = scene;
  const script = ["--conditions=source", "--import=tsx", "test/support/recorder-process.ts"];
  const child = spawn(process.execPath, [...script, databaseUrl, redisUrl, prefix], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Runs a second apart, of three quotes each, over ten amounts. */
async function enqueue(runs: number): Promise<string[]> {
  const jobs = await queue.addBulk(
    Array.from({ length: runs }, (_, index) => {
      const fetchedAt = new Date(Date.UTC(2026, 10, 20, 12, 0, index)).toISOString();
      const amount = String(100 + (index % 10));
      const fields = { amount, observedAt: fetchedAt, fetchedAt };
      const quotes = ["p1", "p2", "p3"].map((provider) => buildQuote({ provider, ...fields }));
      const covers = [{ corridor: beMa, amount }];
      return { name: recordQueueName, data: buildQuotesJob({ run: { fetchedAt, covers }, quotes }) };
    }),
  );
  return jobs.map((job) => job.id ?? "");
}

async function expectEverythingOnce(runs: number): Promise<void> {
  expect(await countRows(scene.database, "runs")).toBe(runs);
  expect(await countRows(scene.database, "quotes")).toBe(runs * 3);
  expect(await countRows(scene.database, "run_coverages")).toBe(runs);
  const projected = { latest: await scene.latest.readAll(), versions: await scene.latest.readVersions() };
  expect(projected.latest).toEqual(await readLatest(scene.database));
  await rebuildLatest(scene.database, scene.latest);
  const rebuilt = { latest: await scene.latest.readAll(), versions: await scene.latest.readVersions() };
  expect(projected).toEqual(rebuilt);
}

describe("a recorder killed in the middle of its work", () => {
  it("loses nothing and doubles nothing, killed twice while hundreds of runs wait", async () => {
    const runs = 600;
    await openScene();
    let recorder = await startProcess();
    const ids = await enqueue(runs);
    for (const share of [0.1, 0.5]) {
      await until(async () => (await countRows(scene.database, "runs")) >= runs * share);
      await kill(recorder);
      expect(await countRows(scene.database, "runs")).toBeLessThan(runs);
      recorder = await startProcess();
    }
    const progress = await waitForJobs(queue, ids);

    expect(progress.completed).toHaveLength(runs);
    await expectEverythingOnce(runs);
  });

  it("leaves nothing in the record that does not reach the latest, killed between the two", async () => {
    const runs = 40;
    redis = await startOwnRedis();
    await openScene(redis.url);
    const recorder = await startProcess();
    const gate = await holdBackRuns(scene.databaseUrl);
    const ids = await enqueue(runs);
    await until(async () => (await gate.waiting()) === atOnce && (await queue.getActiveCount()) === atOnce);

    await redis.kill();
    await gate.open();
    await until(async () => (await countRows(scene.database, "runs")) === atOnce);
    await kill(recorder);
    await redis.comeBack();

    expect(await scene.latest.readAll()).toEqual(new Map());
    await startProcess();
    expect((await waitForJobs(queue, ids)).completed).toHaveLength(runs);
    await expectEverythingOnce(runs);
  });
});
