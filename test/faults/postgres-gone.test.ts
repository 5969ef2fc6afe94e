import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { SourcesAnswer } from "@openremit/shared/contracts";
import pg from "pg";
import { type FaultScene, openFaultScene, ratesOf, visitOf, warningsOf } from "../support/fault-scene.ts";
import { type OwnServer, startOwnPostgres, startOwnRedis } from "../support/own-servers.ts";
import { until } from "../support/until.ts";

let redis: OwnServer;
let postgres: OwnServer;
let scene: FaultScene;

beforeEach(async () => {
  [redis, postgres] = await Promise.all([startOwnRedis(), startOwnPostgres()]);
  scene = await openFaultScene({ redisUrl: redis.url, databaseUrl: postgres.url });
  await scene.startRecorder();
  await scene.enqueue(visitOf("10.81", 20));
  await until(scene.offers, (asked) => ratesOf(asked).length === 1);
});
afterEach(async () => {
  await scene.close();
  await Promise.all([redis.close(), postgres.close()]);
});

const past = (quoteId: string) => [
  "/v1/corridors/be-ma/offers?pay=200&at=2026-11-23T11:45:00Z",
  "/v1/corridors/be-ma/history",
  `/v1/offers/${quoteId}/receipt`,
];

describe("a PostgreSQL that is killed", () => {
  it("fails the transaction that was open, and nothing beyond it", async () => {
    const { db } = scene.database;
    const broken = db.transaction().execute(async (transaction) => {
      await transaction.selectFrom("runs").selectAll().execute();
      await postgres.kill();
      await delay(100);
      await transaction.selectFrom("runs").selectAll().execute();
    });

    await expect(broken).rejects.toThrow(/terminat|not queryable|closed/i);
    await postgres.comeBack();
    await expect(db.selectFrom("runs").selectAll().execute()).resolves.toHaveLength(1);
  });

  it("takes the past away and nothing else, and gives it back by itself", async () => {
    const before = await scene.offers();
    const paths = past(before.answer.offers[0]?.quoteId ?? "");
    await postgres.kill();

    expect(await scene.missing("postgres")).toMatchObject({
      status: 503,
      answer: {
        status: "not_ready",
        parts: [
          { name: "redis", up: true },
          { name: "postgres", up: false, detail: "out of reach: history and receipts cannot be answered" },
          { name: "book", up: true },
        ],
      },
    });
    for (const path of paths) {
      const { status, headers, answer } = await scene.ask(path);
      expect({ path, status, answer }).toMatchObject({ path, status: 503, answer: { code: "no_fresh_data" } });
      expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      expect([headers.get("retry-after"), headers.get("cache-control")]).toEqual(["10", "no-store"]);
      expect(JSON.stringify(answer)).not.toMatch(/ECONN|127\.0\.0\.1/);
    }
    const during = await scene.offers();
    expect([during.status, during.answer]).toEqual([200, before.answer]);
    const sources = await scene.ask<SourcesAnswer>("/v1/sources");
    expect([sources.status, warningsOf(sources)]).toEqual([200, ["visits_unknown"]]);

    await scene.enqueue(visitOf("10.92", 10));
    await postgres.comeBack();
    await until(scene.offers, (asked) => String(ratesOf(asked)) === "10.92");
    for (const path of paths) expect([path, (await scene.ask(path)).status]).toEqual([path, 200]);
    expect(warningsOf(await scene.ask<SourcesAnswer>("/v1/sources"))).toEqual([]);
    expect(await scene.missing()).toMatchObject({ status: 200 });
  });
});

describe("a PostgreSQL that hangs", () => {
  it("keeps questions about the past waiting and no others, and answers them when it goes on", async () => {
    const before = await scene.offers();
    const processes = await connectedProcesses(postgres.url);
    const signal = (name: NodeJS.Signals) => processes.forEach((pid) => void tell(pid, name));
    postgres.hang();
    signal("SIGSTOP");
    try {
      await scene.missing("postgres");
      const asked = past(before.answer.offers[0]?.quoteId ?? "").map((path) => scene.ask(path));
      expect((await scene.offers()).answer).toEqual(before.answer);
      expect((await scene.ask("/healthz")).status).toBe(200);
      postgres.goOn();
      signal("SIGCONT");
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await scene.missing()).toMatchObject({ status: 200 });
    } finally {
      signal("SIGCONT");
    }
  });
});

/** One whose connection was given up meanwhile has ended by itself. */
function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** PostgreSQL answers each connection from a process of its own. */
async function connectedProcesses(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}
