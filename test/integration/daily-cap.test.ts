import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { allAdapters, createCollector } from "@openremit/collector";
import { createRecorder } from "@openremit/recorder";
import { createSandbox } from "@openremit/sandbox";
import type { RecordJob, SourcesAnswer } from "@openremit/shared/contracts";
import { type Answer, createHttpClient } from "@openremit/shared/http";
import { collectQueueName, createQueue, openQueueConnection } from "@openremit/shared/queue";
import { createMetrics, type Part } from "@openremit/shared/runtime";
import { createDailyCap, openStores, readOpenIssues, type Stores } from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { serveStores } from "../support/api-on-servers.ts";
import { quietLogger } from "../support/comparison-scene.ts";
import { freshDatabaseUrl, freshRedis } from "../support/servers.ts";
import { smallCatalog, smallCorridor } from "../support/staircase.ts";
import { until } from "../support/until.ts";

/** Late in the day: 90 minutes are left of it. */
const evening = new Date("2026-11-23T22:30:00.000Z");
const perDay = 5;

describe("the daily cap of a source", () => {
  const { url: redisUrl, prefix } = freshRedis();
  const clock = { at: evening, now: () => clock.at };
  const sandbox = createSandbox({ port: 0, seed: "test", clock });
  const sent: Answer[] = [];
  const visits: RecordJob[] = [];
  const parts: Part[] = [];
  let stores: Stores;
  let api: Awaited<ReturnType<typeof serveStores>>;

  const catalog = cappedCatalog();
  const common = { mode: "simulated", redisUrl, prefix, clock, logger: quietLogger } as const;

  async function start(part: Part): Promise<void> {
    await part.start();
    parts.push(part);
  }

  /** As a process of its own would: its own connection, its own client, its own count of nothing. */
  function startCollector(): Promise<void> {
    const redis = new Redis(redisUrl);
    parts.push({ name: "redis", start: async () => undefined, stop: async () => redis.disconnect() });
    const openHttp = () =>
      createHttpClient({
        ...common,
        version: "test",
        sandboxUrl: sandbox.url,
        saveSnapshot: async (answer) => void sent.push(answer),
        countRequest: createDailyCap(redis, prefix, clock).take,
      });
    const onVisit = (job: RecordJob) => void visits.push(job);
    return start(createCollector({ ...common, ...stores, catalog, adapters: allAdapters, openHttp, onVisit }));
  }

  beforeAll(async () => {
    const databaseUrl = await freshDatabaseUrl();
    stores = await openStores({ ...common, databaseUrl, name: "test" });
    await sandbox.start();
    await start(createRecorder({ ...common, databaseUrl, metrics: createMetrics() }));
    api = await serveStores({ ...stores, close: async () => undefined }, evening, { catalog });
  });
  afterAll(async () => {
    for (const part of parts.toReversed()) await part.stop();
    await api.close();
    await sandbox.stop();
    await stores.close();
  });

  const ask = async (source: string) => {
    const answer = (await (await api.get("/v1/sources")).json()) as SourcesAnswer;
    return answer.sources.find(({ key }) => key === source);
  };

  it("holds for two collectors together to the last request, says so once, and lets the rest wait for tomorrow", async () => {
    const connection = openQueueConnection(redisUrl, "test");
    const queue = createQueue(collectQueueName("wise"), connection, prefix);
    const job = { schemaVersion: 1, source: "wise", corridorKeys: [smallCorridor], amounts: ["200"] };
    await queue.addBulk(Array.from({ length: 20 }, () => ({ name: "again", data: job })));
    await Promise.all([startCollector(), startCollector()]);
    await until(async () => (await queue.getJobCounts("waiting", "active")).waiting === 0);
    await until(async () => (await queue.getJobCounts("waiting", "active")).active === 0);

    expect(sent.filter(({ request }) => request.url.startsWith("https://api.wise.com"))).toHaveLength(perDay);
    const capped = visits.filter(({ run }) => run.source === "wise" && run.errorCode === "source_limited");
    expect(capped.length).toBeGreaterThan(1);
    const waits = (await queue.getDelayed()).filter(({ name }) => name === "again").map(({ delay }) => delay);
    expect(waits.length).toBeGreaterThan(10);
    // The wait is counted from a millisecond before the job is put back.
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(90 * 60_000 - 10);
    await queue.close();
    connection.disconnect();

    await until(async () => (await ask("wise"))?.state === "resting");
    const issues = (await readOpenIssues(stores.database)).filter(({ source }) => source === "wise");
    expect(issues.map(({ code, subject }) => [code, subject])).toEqual([["daily_cap_reached", "2026-11-23"]]);
    expect(await ask("wise")).toMatchObject({
      words: "Asked 5 times today, as often as config allows; asked again from 00:00 UTC on.",
      requestsPerDay: perDay,
    });
  });

  it("is a new one on the next day, and of each source its own", async () => {
    const cap = createDailyCap(stores.redis, prefix, clock);
    const wise = { key: "wise", limits: { perDay } };
    await expect(cap.take(wise)).rejects.toMatchObject({
      name: "SourceLimitedError",
      details: { retryAfterMs: 90 * 60_000, dailyCap: "2026-11-23" },
    });
    await cap.take({ ...wise, key: "another" });
    clock.at = new Date("2026-11-24T00:00:00.000Z");
    await cap.take(wise);
    clock.at = evening;
  });

  it("leaves no source resting that has not used its day up", async () => {
    expect((await ask("ecb"))?.state).toBe("working");
  });
});

function cappedCatalog() {
  const catalog = smallCatalog();
  const capped = [...catalog.quoteSources].map(
    ([key, source]) => [key, { ...source, limits: { ...source.limits, perDay } }] as const,
  );
  return { ...catalog, quoteSources: new Map(capped) };
}
