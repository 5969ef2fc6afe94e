import { failureClassOf } from "@openremit/shared/runtime";
import { Redis } from "ioredis";
import { openFaultScene, ratesOf, visitOf } from "../../support/fault-scene.ts";
import { holdBackRuns } from "../../support/hold-back-runs.ts";
import { startOwnRedis } from "../../support/own-servers.ts";
import { freshDatabaseUrl } from "../../support/servers.ts";
import { countRows } from "../../support/storage-scene.ts";
import { until } from "../../support/until.ts";
import { compareFacts, type Scenario } from "./finding.ts";

/** A Redis that has used up its memory and may evict nothing, right while a run is being recorded. */
export const fillRedis: Scenario = async () => {
  const redis = await startOwnRedis();
  const databaseUrl = await freshDatabaseUrl();
  const scene = await openFaultScene({ redisUrl: redis.url, databaseUrl });
  const operator = new Redis(redis.url);
  try {
    await scene.startRecorder();
    await scene.enqueue(visitOf("10.81", 20));
    await until(scene.offers, (asked) => ratesOf(asked).length === 1);

    const gate = await holdBackRuns(databaseUrl);
    await scene.enqueue(visitOf("10.92", 10));
    await until(async () => (await gate.waiting()) === 1);
    await operator.config("SET", "maxmemory", "1");
    await gate.open();
    await until(async () => (await countRows(scene.database, "runs")) === 2);
    const refusal: unknown = await scene.enqueue(visitOf("10.99", 5)).catch((error: unknown) => error);
    const during = await scene.offers();
    const full = compareFacts(
      "Redis full",
      { refusal: "infrastructure", recorded: 2, api: 200, prices: ["10.81"] },
      {
        refusal: failureClassOf(refusal),
        recorded: await countRows(scene.database, "runs"),
        api: during.status,
        prices: ratesOf(during),
      },
    );

    const began = performance.now();
    await operator.config("SET", "maxmemory", "0");
    const after = await until(scene.offers, (asked) => String(ratesOf(asked)) === "10.92");
    const seconds = Math.ceil((performance.now() - began) / 1_000);
    await scene.enqueue(visitOf("10.99", 5));
    await until(scene.offers, (asked) => String(ratesOf(asked)) === "10.99");
    const room = compareFacts(
      "Redis has room again",
      { prices: ["10.92"], recorded: 3, twice: false },
      {
        prices: ratesOf(after),
        recorded: await countRows(scene.database, "runs"),
        twice: (await countRows(scene.database, "quotes")) > 3,
        seconds,
      },
    );
    return [full, room];
  } finally {
    operator.disconnect();
    await scene.close();
    await redis.close();
  }
};
