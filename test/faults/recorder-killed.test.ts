import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { RecordJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  openQueueConnection,
  recordQueueName,
  waitForJobs,
} from "@openremit/shared/queue";
import { readLatest } from "@openremit/shared/storage";
import { buildQuote, buildQuotesJob } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

const runs = 600;

describe("a recorder killed in the middle of its work", () => {
  let scene: StorageScene;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    scene = await openStorageScene();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    await scene.close();
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

  it("loses nothing and doubles nothing", async () => {
    const connection = openQueueConnection(scene.redisUrl, "recorder-killed-test");
    const queue = createQueue<RecordJob>(recordQueueName, connection, scene.prefix);
    const first = await startProcess();
    const jobs = await queue.addBulk(
      Array.from({ length: runs }, (_, index) => {
        const fetchedAt = new Date(Date.UTC(2026, 10, 20, 12, 0, index)).toISOString();
        const quotes = ["p1", "p2", "p3"].map((provider) => buildQuote({ provider, observedAt: fetchedAt, fetchedAt }));
        return { name: recordQueueName, data: buildQuotesJob({ run: { fetchedAt }, quotes }) };
      }),
    );
    while ((await countRows(scene.database, "runs")) < runs / 10) await new Promise(setImmediate);

    await kill(first);
    const recordedBeforeKill = await countRows(scene.database, "runs");
    await startProcess();
    const progress = await waitForJobs(
      queue,
      jobs.map((job) => job.id ?? ""),
    );

    expect(recordedBeforeKill).toBeLessThan(runs);
    expect(progress.completed).toHaveLength(runs);
    expect(await countRows(scene.database, "runs")).toBe(runs);
    expect(await countRows(scene.database, "quotes")).toBe(runs * 3);
    expect(await countRows(scene.database, "run_coverages")).toBe(runs);
    expect(await scene.latest.readAll()).toEqual(await readLatest(scene.database));
    await queue.close();
    await closeQueueConnection(connection);
  }, 30_000);
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
