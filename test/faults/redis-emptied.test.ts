import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { OffersAnswer } from "@openremit/shared/contracts";
import { readLatest, readRates } from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { type Asked, type FaultScene, openFaultScene, ratesOf, visitOf, warningsOf } from "../support/fault-scene.ts";
import { type OwnServer, startOwnPostgres, startOwnRedis } from "../support/own-servers.ts";
import { buildRate, buildRatesJob } from "../support/record-job.ts";
import { freshDatabaseUrl } from "../support/servers.ts";
import { until } from "../support/until.ts";

const wise = { source: "wise", provider: "wise" };
const westernUnion = { source: "western-union", provider: "western-union" };

let redis: OwnServer;
let scene: FaultScene;
beforeEach(async () => {
  redis = await startOwnRedis();
});
afterEach(async () => {
  await scene.close();
  await redis.close();
});

async function openScene(databaseUrl: string): Promise<void> {
  scene = await openFaultScene({ redisUrl: redis.url, databaseUrl });
  await scene.startRecorder();
  const rates = [buildRate({ source: "frankfurter", contributors: 5 })];
  await scene.enqueue(buildRatesJob({ run: { source: "frankfurter" }, rates }));
  await scene.enqueue(visitOf("10.81", 20, wise));
  await scene.enqueue(visitOf("10.70", 20, westernUnion));
  await until(scene.offers, (asked) => ratesOf(asked).length === 2 && asked.answer.reference !== null);
}

async function flush(): Promise<void> {
  const client = new Redis(redis.url);
  await client.flushall();
  client.disconnect();
}

async function restartEmpty(): Promise<void> {
  await redis.kill();
  await redis.comeBack("empty");
}

const whole = () => until(scene.latest.isWhole, (isWhole) => isWhole);
const sound = (asked: Asked<OffersAnswer>) => warningsOf(asked).length === 0;

describe("a Redis that lost its memory", () => {
  it.each([
    ["in a restart", restartEmpty],
    ["while everybody stays connected", flush],
  ])("%s is filled again from the record, and knows again whose it is", async (_, lose) => {
    await openScene(await freshDatabaseUrl());
    const before = await scene.offers();
    await lose();
    await whole();
    expect(await scene.latest.readAll()).toEqual(await readLatest(scene.database));
    expect(await scene.latest.readRates()).toEqual(await readRates(scene.database, { perPair: 10 }));
    await expect(scene.latest.claimMode("real")).rejects.toMatchObject({ code: "config" });
    const after = await until(scene.offers, sound);
    expect([after.answer, after.headers.get("etag")]).toEqual([before.answer, before.headers.get("etag")]);
    await scene.missing();
  });

  it("takes no price away from the API before all of it is filled again", async () => {
    await openScene(await freshDatabaseUrl());
    await scene.stopRecorders();
    await flush();
    await scene.record(visitOf("10.92", 10, wise));
    expect(await scene.missing("redis")).toMatchObject({ status: 503 });
    const during = await scene.offers();
    expect([ratesOf(during), warningsOf(during)]).toEqual([["10.81", "10.70"], ["data_may_be_older"]]);
    await scene.startRecorder();
    expect(ratesOf(await until(scene.offers, sound))).toEqual(["10.92", "10.70"]);
    await scene.missing();
  });

  it("is filled as soon as PostgreSQL, which was away as well, is back", async () => {
    const postgres = await startOwnPostgres();
    await openScene(postgres.url);
    await postgres.kill();
    await restartEmpty();
    await scene.missing("redis", "postgres");
    expect(ratesOf(await scene.offers())).toEqual(["10.81", "10.70"]);
    await postgres.comeBack();
    await whole();
    expect(ratesOf(await until(scene.offers, sound))).toEqual(["10.81", "10.70"]);
    await scene.close();
    await postgres.close();
  });

  it("never lets one version or one ETag stand for two contents", async () => {
    await openScene(await freshDatabaseUrl());
    const contents = new Map<string, Set<string>>();
    const note = (name: string, content: unknown) =>
      contents.set(name, (contents.get(name) ?? new Set()).add(JSON.stringify(content)));
    const offers = async () => {
      const asked = await scene.offers();
      const { dataVersion, warnings: _, ...content } = asked.answer;
      note(`version ${dataVersion}`, content);
      note(`tag ${asked.headers.get("etag")}`, asked.answer);
      return asked;
    };
    for (const [turn, lose] of [flush, restartEmpty].entries()) {
      await offers();
      await lose();
      await until(
        async () => (await offers()) && scene.latest.isWhole(),
        (isWhole) => isWhole,
      );
      await scene.enqueue(visitOf(`10.9${turn}`, 10 - turn, wise));
      await until(offers, (asked) => sound(asked) && ratesOf(asked)[0] === `10.9${turn}`);
    }
    expect([...contents].filter(([, said]) => said.size !== 1)).toEqual([]);
    expect([...contents.keys()].filter((name) => name.startsWith("version"))).toHaveLength(3);
  });
});
