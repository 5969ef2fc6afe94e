import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { CorridorsAnswer } from "@openremit/shared/contracts";
import { type FaultScene, openFaultScene, ratesOf, visitOf, warningsOf } from "../support/fault-scene.ts";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { buildRate, buildRatesJob } from "../support/record-job.ts";
import { freshDatabaseUrl } from "../support/servers.ts";
import { until } from "../support/until.ts";

let redis: OwnServer;
let scene: FaultScene;

beforeEach(async () => {
  redis = await startOwnRedis();
  scene = await openFaultScene({ redisUrl: redis.url, databaseUrl: await freshDatabaseUrl() });
  await scene.startRecorder();
  await scene.enqueue(buildRatesJob({ run: { source: "frankfurter" }, rates: [rateOfFriday] }));
  await scene.enqueue(visitOf("10.81", 20));
  await until(scene.offers, (asked) => ratesOf(asked).length === 1 && asked.answer.reference !== null);
});
afterEach(async () => {
  await scene.close();
  await redis.close();
});

const rateOfFriday = buildRate({ source: "frankfurter", contributors: 5 });

const ways = [
  { name: "is killed", leave: () => redis.kill(), returns: () => redis.comeBack() },
  { name: "hangs", leave: async () => redis.hang(), returns: async () => redis.goOn() },
];

describe.each(ways)("a Redis that $name", ({ leave, returns }) => {
  it("leaves the API with what it holds, which it says, and everything goes on by itself afterwards", async () => {
    const before = await scene.offers();
    await leave();

    expect(await scene.missing("redis")).toMatchObject({
      status: 503,
      answer: {
        status: "not_ready",
        parts: [
          {
            name: "redis",
            up: false,
            detail: "out of reach, or being filled again: what was last read is served, with a warning",
          },
          { name: "postgres", up: true, detail: "answers" },
          { name: "book", up: true, detail: "answers" },
        ],
      },
    });
    const during = await scene.offers();
    expect([during.status, warningsOf(during)]).toEqual([200, ["data_may_be_older"]]);
    expect({ ...during.answer, warnings: [] }).toEqual(before.answer);
    expect(during.headers.get("etag")).not.toBe(before.headers.get("etag"));
    expect(warningsOf(await scene.ask<CorridorsAnswer>("/v1/corridors"))).toEqual(["data_may_be_older"]);
    expect(warningsOf(await scene.offers("pay=200&at=2026-11-23T11:45:00Z"))).toEqual([]);
    expect((await scene.ask("/healthz")).status).toBe(200);

    const collected = scene.enqueue(visitOf("10.92", 10));
    await returns();
    await collected;
    const after = await until(scene.offers, (asked) => String(ratesOf(asked)) === "10.92");
    expect([after.status, warningsOf(after)]).toEqual([200, []]);
    expect(await scene.missing()).toMatchObject({ status: 200, answer: { status: "ready" } });
  });

  it("does not hold up a recorder that is told to stop", async () => {
    await leave();
    await scene.missing("redis");
    const began = performance.now();
    await scene.stopRecorders();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
