import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createRecorder } from "@openremit/recorder";
import type { RecordJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  type JobQueue,
  openQueueConnection,
  type QueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { createLogger, createMetrics, type Mode, type Part, type Registry } from "@openremit/shared/runtime";
import { decideQuarantined, readLatest, readOpenIssues, recordRun } from "@openremit/shared/storage";
import { beMaKey, buildQuote, buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";
import { until } from "../support/until.ts";
import { waitForJobs } from "../support/wait-for-jobs.ts";

describe("the recorder on real servers", () => {
  let scene: StorageScene;
  let connection: QueueConnection;
  let queue: JobQueue<unknown>;
  let recorders: Part[];

  beforeEach(async () => {
    scene = await openStorageScene();
    connection = openQueueConnection(scene.redisUrl, "recorder-test");
    queue = createQueue<unknown>(recordQueueName, connection, scene.prefix);
    recorders = [];
  });
  afterEach(async () => {
    for (const recorder of recorders) await recorder.stop();
    await queue.close();
    await closeQueueConnection(connection);
    await scene.close();
  });

  function buildRecorder(mode: Mode = "simulated", metrics = createMetrics()): Part {
    const { databaseUrl, redisUrl, prefix } = scene;
    const clock = { now: () => new Date("2026-11-20T12:00:00Z") };
    const logger = createLogger("recorder", { level: "silent" });
    return createRecorder({ mode, databaseUrl, redisUrl, prefix, logger, clock, metrics });
  }

  async function startRecorder(): Promise<Registry> {
    const metrics = createMetrics();
    const recorder = buildRecorder("simulated", metrics);
    await recorder.start();
    recorders.push(recorder);
    return metrics;
  }

  async function exec(...payloads: readonly unknown[]) {
    const jobs = await queue.addBulk(payloads.map((data) => ({ name: recordQueueName, data })));
    return waitForJobs(
      queue,
      jobs.map((job) => job.id ?? ""),
    );
  }

  it("brings runs from the queue into the record and the latest, and announces them", async () => {
    const metrics = await startRecorder();
    const heard: unknown[] = [];
    const unsubscribe = await scene.latest.subscribe((change) => heard.push(change));
    const quotes = buildQuotesJob({ quotes: [buildQuote()] });
    const rates = buildRatesJob({ rates: [buildRate()] });

    const progress = await exec(quotes, rates);

    expect(progress).toMatchObject({ completed: { length: 2 }, failed: [] });
    expect(await scene.latest.readAll()).toEqual(await readLatest(scene.database));
    expect(await scene.latest.readRates()).toEqual(rates.rates);
    const versions = await scene.latest.readVersions();
    while (heard.length < 2) await new Promise(setImmediate);
    expect(new Set(heard)).toEqual(
      new Set([
        { corridorKey: beMaKey, version: versions.get(beMaKey) },
        { corridorKey: null, version: versions.get("rates") },
      ]),
    );
    await unsubscribe();
    const runs = await metrics.getSingleMetricAsString("openremit_recorder_runs_total");
    expect(runs).toContain('source="acme",outcome="stored"} 1');
  });

  it("doubles nothing when a run is delivered again, and projects it again for a Redis that lost it", async () => {
    await startRecorder();
    const job = buildQuotesJob({ quotes: [buildQuote()] });
    await exec(job);
    await scene.latest.clear();

    await exec(job);

    expect(await scene.latest.readAll()).toEqual(await readLatest(scene.database));
    expect(await countRows(scene.database, "quotes")).toBe(1);
    expect(await countRows(scene.database, "runs")).toBe(1);
  });

  it.each([
    ["is no run at all", { nonsense: true }, "recorder"],
    ["breaks its schema", { ...buildQuotesJob({ quotes: [buildQuote()] }), quotes: [{ fee: 1.5 }] }, "acme"],
    ["contradicts itself", buildQuotesJob({ quotes: [buildQuote(), buildQuote({ fee: "2" })] }), "acme"],
  ])("puts a payload that %s into failed with an issue, and goes on", async (_, payload, source) => {
    await startRecorder();
    const good = buildQuotesJob({ run: { source: "bolt" }, quotes: [buildQuote({ source: "bolt" })] });

    const progress = await exec(payload, good);

    expect(progress).toEqual({ failed: ["1"], completed: ["2"] });
    for (const recorder of recorders.splice(0)) await recorder.stop();
    expect(await readOpenIssues(scene.database)).toMatchObject([
      { source, code: "poisoned_payload", subject: "1", count: 1 },
    ]);
    const { rows } = await scene.database.pool.query("select payload::json from refused_payloads");
    expect(rows).toEqual([{ payload }]);
    expect(await readLatest(scene.database)).toHaveProperty("size", 1);
  });

  it("fills the latest from the record when it starts on a Redis that holds nothing", async () => {
    await recordRun(scene.database, buildQuotesJob({ quotes: [buildQuote()] }));

    await startRecorder();

    expect(await scene.latest.readAll()).toEqual(await readLatest(scene.database));
  });

  it("records the runs that people accepted, also while visits to shops cannot be published", async () => {
    const run = { outcome: "quarantined", errorCode: "expectation" } as const;
    const job = buildQuotesJob({ run, quotes: [buildQuote()] });
    await recordRun(scene.database, job);
    const decided = { runId: job.run.runId, decision: "accepted", why: "the market moved", keyId: "abcd" } as const;
    await decideQuarantined(scene.database, decided, new Date("2026-11-20T11:59:00Z"));
    await scene.database.pool.query("alter table visits rename to visits_elsewhere");

    await startRecorder();

    await until(
      () => countRows(scene.database, "quotes"),
      (rows) => rows === 1,
    );
  });

  it("refuses to start on servers of the other mode, and leaves no connection behind", async () => {
    await scene.latest.claimMode("simulated");

    await expect(buildRecorder("real").start()).rejects.toMatchObject({ code: "config" });
  });

  it("finishes what it took when it is stopped, and another recorder does the rest", async () => {
    await startRecorder();
    const jobs: RecordJob[] = Array.from({ length: 60 }, (_, index) =>
      buildQuotesJob({ quotes: [buildQuote({ provider: `p${index}` })] }),
    );
    const working = exec(...jobs);
    for (const recorder of recorders.splice(0)) await recorder.stop();

    await startRecorder();

    expect((await working).completed).toHaveLength(60);
    expect(await countRows(scene.database, "runs")).toBe(60);
    expect(await countRows(scene.database, "quotes")).toBe(60);
  });
});
