import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createRecorder } from "@openremit/recorder";
import type { RecordJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  createQueueMetrics,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { createMetrics, type Span } from "@openremit/shared/runtime";
import { openStores, pauseSource } from "@openremit/shared/storage";
import { serveStores } from "../support/api-on-servers.ts";
import { quietLogger, quoteOf, sceneNow } from "../support/comparison-scene.ts";
import { startOwnRedis } from "../support/own-servers.ts";
import { beMaKey, buildQuote, buildQuotesJob, buildRatesJob } from "../support/record-job.ts";
import { freshDatabaseUrl, freshRedis } from "../support/servers.ts";
import { until } from "../support/until.ts";

/** The lines of one figure. */
const linesOf = (text: string, name: string) => text.split("\n").filter((line) => line.startsWith(`${name}{`));

describe("the figures of the API", () => {
  let scene: Awaited<ReturnType<typeof serveStores>>;
  const at = "2026-11-23T11:50:00.000Z";
  beforeAll(async () => {
    const { url, prefix } = freshRedis();
    const places = { databaseUrl: await freshDatabaseUrl(), redisUrl: url, prefix };
    const stores = await openStores({ ...places, mode: "simulated", name: "test", logger: quietLogger });
    scene = await serveStores(stores, sceneNow);
    const quote = quoteOf({ observedAt: at, fetchedAt: at });
    await scene.record(buildQuotesJob({ run: { source: "wise", fetchedAt: at }, quotes: [quote] }));
    await scene.record(buildRatesJob({ run: { source: "ecb", fetchedAt: at } }));
    await pauseSource(stores.database, "ria", "403", sceneNow);
    const failedAt = new Date(sceneNow.getTime() - 60 * 3_600_000).toISOString();
    await scene.record(
      buildQuotesJob({ run: { source: "paysend", fetchedAt: failedAt, outcome: "failed" }, quotes: [] }),
    );
    await until(async () => linesOf(await figures(), "openremit_corridor_visit_timestamp_seconds").length === 1);
  });
  afterAll(() => scene.close());
  const figures = async () => (await scene.get("/metrics")).text();

  it("say in one and the same reading how old each corridor and source is", async () => {
    const text = await figures();
    const seconds = Date.parse(at) / 1_000;
    expect(linesOf(text, "openremit_corridor_visit_timestamp_seconds")).toEqual([
      `openremit_corridor_visit_timestamp_seconds{corridor="${beMaKey}",source="wise"} ${seconds}`,
    ]);
    expect(text).toContain(`openremit_source_last_success_timestamp_seconds{source="wise"} ${seconds - 1}`);
    expect(text).toContain('openremit_source_asked{source="wise"} 1');
    expect(text).toContain('openremit_source_asked{source="ria"} 0');
    expect(text).toContain('openremit_source_asked{source="xoom"} 0');
    expect(text).toContain(`openremit_source_last_visit_timestamp_seconds{source="wise"} ${seconds + 1}`);
    expect(text).toContain('openremit_source_missed_visits{source="wise"} 0');
    expect(text).toContain('openremit_source_missed_visits{source="paysend"} 1');
    expect(text).not.toContain('openremit_source_last_success_timestamp_seconds{source="paysend"}');
    expect(text).not.toContain('openremit_source_last_visit_timestamp_seconds{source="remitly"}');
    expect(text).toContain('openremit_source_paused{source="ria"} 1');
    expect(text).toContain('openremit_source_paused{source="wise"} 0');
    expect(linesOf(text, "openremit_source_interval_seconds").length).toBeGreaterThan(30);
    expect(linesOf(text, "openremit_part_up").sort()).toEqual([
      'openremit_part_up{part="book"} 1',
      'openremit_part_up{part="postgres"} 1',
      'openremit_part_up{part="redis"} 1',
    ]);
  });
});

describe("the figures of the recorder", () => {
  it("count what it recorded, and tell depth and age of its queue; a run is a span", async () => {
    const { url: redisUrl, prefix } = freshRedis();
    const spans: Span[] = [];
    const metrics = createMetrics();
    const recorder = createRecorder({
      mode: "simulated",
      databaseUrl: await freshDatabaseUrl(),
      redisUrl,
      prefix,
      logger: quietLogger,
      clock: { now: () => sceneNow },
      metrics,
      tracer: { tell: (span) => spans.push(span) },
    });
    await recorder.start();
    const connection = openQueueConnection(redisUrl, "metrics-test", () => undefined);
    const queue = createQueue<RecordJob>(recordQueueName, connection, prefix, () => undefined);
    await queue.add("wise", buildQuotesJob({ quotes: [buildQuote()] }));
    await until(
      async () => linesOf(await metrics.metrics(), "openremit_recorder_runs_total"),
      (lines) => lines.includes('openremit_recorder_runs_total{source="acme",outcome="stored"} 1'),
    );
    expect(spans).toMatchObject([{ name: "record", attributes: { "openremit.source": "acme" }, hasFailed: false }]);
    await queue.pause();
    await queue.add("wise", buildQuotesJob({ quotes: [] }), { timestamp: Date.now() - 90_000 });

    const text = await until(
      () => metrics.metrics(),
      (said) => said.includes('openremit_queue_jobs{queue="record",state="waiting"} 1'),
    );
    const [oldest = ""] = linesOf(text, "openremit_queue_oldest_waiting_seconds");
    expect(oldest).toMatch(/^openremit_queue_oldest_waiting_seconds\{queue="record"\} (89|9\d)(\.\d+)?$/);
    expect(text).toContain('openremit_server_errors_total{server="redis"} 0');

    await queue.close();
    await closeQueueConnection(connection);
    await recorder.stop();
  });

  it("are there without those of a queue whose Redis does not answer", async () => {
    const redis = await startOwnRedis();
    const metrics = createMetrics();
    const connection = openQueueConnection(redis.url, "metrics-test", () => undefined);
    const queue = createQueue<RecordJob>(recordQueueName, connection, "{test}", () => undefined);
    createQueueMetrics(metrics, () => [queue], quietLogger);
    expect(linesOf(await metrics.metrics(), "openremit_queue_jobs")).toHaveLength(4);
    redis.hang();
    const began = performance.now();
    expect(linesOf(await metrics.metrics(), "openremit_queue_jobs")).toEqual([]);
    expect(performance.now() - began).toBeLessThan(8_000);
    redis.goOn();
    await queue.close();
    await closeQueueConnection(connection);
    await redis.close();
  });
});
