import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { closeQueues, createQueue, openQueueConnection, removeOtherSchedulers } from "@openremit/shared/queue";
import { openRedis, type RedisClient } from "@openremit/shared/redis";
import { openLimitStore } from "@openremit/shared/serving";
import { createDailyCap, createLatestStore, openStores } from "@openremit/shared/storage";
import { checkRedis } from "../../services/standalone/src/doctor/check-redis.ts";
import type { DoctorGround } from "../../services/standalone/src/doctor/ground.ts";
import { quietLogger } from "../support/comparison-scene.ts";
import { startOwnRedis } from "../support/own-servers.ts";
import { type RedisCluster, startRedisCluster } from "../support/redis-cluster.ts";
import { freshDatabaseUrl } from "../support/servers.ts";
import { openStaircase, type Staircase, smallCorridor, staircaseNow } from "../support/staircase.ts";
import { until } from "../support/until.ts";

let cluster: RedisCluster;
let staircase: Staircase;
const clients: RedisClient[] = [];

beforeAll(async () => {
  cluster = await startRedisCluster();
  // The name decides which node holds which queue: any other may, rarely, put all of them on one.
  staircase = await openStaircase({ redis: { url: cluster.url, prefix: "{spread}:" } });
  await staircase.collectOnce();
});
afterAll(async () => {
  await staircase?.close();
  for (const client of clients) client.disconnect();
  await cluster?.close();
});

/** As another process has it. */
function connect(): RedisClient {
  const client = openRedis(cluster.url, { connectionName: "other" });
  client.on("error", () => undefined);
  clients.push(client);
  return client;
}

describe("on a Redis Cluster of three masters", () => {
  it("everything config wants is collected, recorded and projected once", async () => {
    const { stores, visits } = staircase;
    const { rows } = await stores.database.pool.query(
      "select count(*)::integer as quotes, count(distinct quote_id)::integer as ids from quotes",
    );
    const seen = visits.reduce((sum, visit) => sum + visit.quotes.length, 0);
    expect(rows[0]).toEqual({ quotes: seen, ids: seen });
    expect(seen).toBeGreaterThan(4);
    expect((await createLatestStore(connect(), staircase.prefix).readRates()).length).toBeGreaterThan(10);
    expect(await stores.latest.isWhole()).toBe(true);
  });

  it("a page of the API ranks what was collected", async () => {
    const { get } = await staircase.startApi();
    const answer = await (await get("/v1/corridors/be-ma/offers?pay=200")).json();
    expect(answer).toMatchObject({ offers: expect.arrayContaining([expect.objectContaining({ rank: 1 })]) });
  });

  it("queues spread over the nodes, and each has all its keys on one of them", async () => {
    const byNode = await cluster.keysByNode("*:meta");
    const nodesWithQueues = byNode.filter((keys) => keys.length > 0);
    expect(byNode.flat()).toHaveLength(5);
    expect(nodesWithQueues.length).toBeGreaterThan(1);
    for (const name of ["record", "collect.wise"]) {
      const holding = (await cluster.keysByNode(`*:${name}:*`)).filter((keys) => keys.length > 0);
      expect({ name, nodes: holding.length }).toEqual({ name, nodes: 1 });
    }
  });

  it("a visit is asked for again, and the newer answer stands in the place of the older", async () => {
    const { latest } = staircase.stores;
    const before = await latest.readVersions();
    const { run } = await staircase.visitAgain("wise");
    expect(run.outcome).toBe("stored");
    await until(async () => (await latest.readVersions()).get(smallCorridor) !== before.get(smallCorridor));
    const ofWise = (await latest.readCorridor(smallCorridor)).filter(({ source }) => source === "wise");
    expect(ofWise.map(({ runId }) => runId)).toContain(run.runId);
  });

  it("schedules of sources that config no longer names are found on every node and removed", async () => {
    const connection = openQueueConnection(cluster.url, "test");
    const kept = "collect.ecb";
    const removed = await removeOtherSchedulers(connection, staircase.prefix, new Set([kept]));
    expect(removed).toEqual(["collect.frankfurter", "collect.western-union", "collect.wise"]);
    const queue = createQueue(kept, connection, staircase.prefix);
    expect(await queue.getJobSchedulersCount()).toBe(1);
    await closeQueues({ workers: [], queues: [queue], connection });
  });

  it("what one process announces, others hear, whatever node each is connected to", async () => {
    const heard: unknown[] = [];
    const change = { corridorKey: smallCorridor, version: "v" };
    const listening = await Promise.all(
      Array.from({ length: 6 }, (_, listener) =>
        createLatestStore(connect(), staircase.prefix).subscribe((said) => void heard.push([listener, said])),
      ),
    );
    await staircase.stores.latest.announce(change);
    await until(() => heard.length >= 6);
    expect(heard.toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((listener) => [listener, change]));
    await Promise.all(listening.map((stop) => stop()));
  });

  it("a listener whose node hangs up listens elsewhere, and reads everything again", async () => {
    const heard: unknown[] = [];
    const { latest } = staircase.stores;
    const stop = await latest.subscribe((said) => void heard.push(said));
    await cluster.hangUpOn(`${staircase.prefix}:corridor.changed`);
    await until(() => heard.includes("resync"));
    await latest.announce({ corridorKey: smallCorridor, version: "w" });
    await until(() => heard.some((said) => said !== "resync"));
    await stop();
  });

  it("the projection is forgotten and filled in one step each", async () => {
    const latest = createLatestStore(connect(), "{another}");
    const entries = await staircase.stores.latest.readCorridor(smallCorridor);
    const rates = await staircase.stores.latest.readRates();
    const token = await latest.clear();
    const version = await latest.replace(smallCorridor, entries);
    await latest.replaceRates(rates);
    expect(await latest.markWhole(token)).toBe(true);
    expect(version).toBe((await staircase.stores.latest.readVersions()).get(smallCorridor));
    expect(await latest.readRates()).toEqual(rates);
    await latest.clear();
    expect(await latest.readAll()).toEqual(new Map());
  });

  it("the daily cap of a source holds over connections", async () => {
    const caps = [connect(), connect()].map((redis) => createDailyCap(redis, "{cap}", { now: () => staircaseNow }));
    const source = { key: "wise", limits: { perDay: 5 } };
    const taken = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => caps[index % 2]?.take(source)));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  it("readers are counted over processes, under one salt", async () => {
    const stores = [1, 2].map(() => openLimitStore({ redisUrl: cluster.url, prefix: "limited", logger: quietLogger }));
    try {
      const salts = stores.map(({ agreeOnSalt }, at) =>
        until(() => agreeOnSalt(1, Buffer.alloc(16, at)).catch(() => null)),
      );
      const [one, other] = await Promise.all(salts);
      const counters = stores.map((store) => store.counter({ name: "test", requests: 5, windowSeconds: 60 }));
      const counts = [];
      for (const at of [0, 1, 0, 1]) counts.push((await counters[at]?.("somebody", 1))?.consumed);

      expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
      expect(counts).toEqual([1, 2, 3, 4]);
    } finally {
      for (const store of stores) store.close();
    }
  });

  it("the mode is claimed for all of it", async () => {
    const opening = { redisUrl: cluster.url, prefix: staircase.prefix, name: "test", logger: quietLogger } as const;
    const databaseUrl = await freshDatabaseUrl();
    await expect(openStores({ ...opening, databaseUrl, mode: "real" })).rejects.toThrow(/holds simulated prices/);
  });
});

describe("REDIS_URL that names", () => {
  const open = async (redisUrl: string) =>
    openStores({
      redisUrl,
      prefix: "{of-nobody}",
      name: "test",
      logger: quietLogger,
      databaseUrl: await freshDatabaseUrl(),
      mode: "simulated",
    });

  it("one node of a cluster is told to name two", async () => {
    const [node = ""] = cluster.nodes;
    const { host } = new URL(node);
    await expect(open(node)).rejects.toThrow(
      `REDIS_URL names one node of a Redis Cluster (${host}). Name two of its nodes or more, with a comma between: redis://a:6379,redis://b:6379`,
    );
  });

  it("two servers that are no cluster is refused, and so says the doctor", async () => {
    const servers = await Promise.all([startOwnRedis(), startOwnRedis()]);
    const url = servers.map((server) => server.url).join(",");
    await expect(open(url)).rejects.toThrow(/^REDIS_URL cannot be reached at .* and .*: .*cluster support disabled/);
    expect(await doctorSays(url)).toContain("Redis Cluster: wrong");
    await Promise.all(servers.map((server) => server.close()));
  });

  it("a cluster is looked at by the doctor node by node", async () => {
    const said = await doctorSays(cluster.url);
    expect(said.filter((line) => line.endsWith("wrong"))).toEqual([]);
    for (const node of cluster.nodes) expect(said).toContain(`Redis ${new URL(node).host}: good`);
    expect(said).toContain("queue: good");
    expect(await doctorSays(cluster.nodes[0] ?? "")).toContain("Redis Cluster: wrong");
  });
});

async function doctorSays(redisUrl: string): Promise<string[]> {
  const ground = { redisUrl, mode: "simulated", now: () => new Date() } as DoctorGround;
  return (await checkRedis(ground)).map(({ what, state }) => `${what}: ${state}`);
}
