import { once } from "node:events";
import { IncomingMessage } from "node:http";
import { type AddressInfo, connect, createServer, Socket } from "node:net";
import { afterAll, describe, expect, it } from "@jest/globals";
import { createRateLimits, type LimitStore, openLimitStore, type RateLimitOptions } from "@openremit/shared/serving";
import { Redis } from "ioredis";
import { quietLogger } from "../support/comparison-scene.ts";
import { startOwnRedis } from "../support/own-servers.ts";
import { freshRedis } from "../support/servers.ts";
import { until } from "../support/until.ts";

const { url, prefix } = freshRedis();
const nobody = "redis://127.0.0.1:1";
const redis = new Redis(url);
const stores: LimitStore[] = [];
const sockets: { close(): void }[] = [];
afterAll(() => {
  for (const opened of [...stores, ...sockets]) opened.close();
  redis.disconnect();
});

/** As one process of several has it. */
async function openStore(address = url): Promise<LimitStore> {
  const store = openLimitStore({ redisUrl: address, prefix, logger: quietLogger });
  stores.push(store);
  if (address !== nobody)
    await until(async () => (await store.agreeOnSalt(0, Buffer.alloc(16)).catch(() => null)) !== null);
  return store;
}

const now = Date.parse("2026-10-16T12:00:00Z");
const limitsOf = (store: LimitStore, options: Partial<RateLimitOptions> = {}) =>
  createRateLimits({ requests: 5, proxyHops: 1, store, service: "test", ...options });
type Limits = ReturnType<typeof limitsOf>;

function ask(limits: Limits, address = "198.51.100.7") {
  const request = new IncomingMessage(new Socket());
  request.headers["x-forwarded-for"] = address;
  return limits(request, now);
}

/** Until salts are agreed on a process counts under its own, and knows the same reader by another name. */
async function settle(...all: readonly Limits[]): Promise<void> {
  const clients = () => Promise.all(all.map(async (limits) => (await ask(limits, "192.0.2.99")).client));
  await until(clients, (known) => new Set(known).size === 1);
}

describe("a limit over several processes", () => {
  it("holds exactly where it counts exactly", async () => {
    const [one, other] = [limitsOf(await openStore()), limitsOf(await openStore())];
    await settle(one, other);
    const allowed: boolean[] = [];
    for (const limits of [one, other, one, other, one, other, one]) allowed.push((await ask(limits)).isAllowed);

    expect(allowed).toEqual([true, true, true, true, true, false, false]);
    expect((await ask(other, "198.51.100.8")).limit).toBe('"reading";r=4;t=60');
  });

  it("holds soon where nobody waits for it, and says what is left", async () => {
    // So many that whoever counts alone would take a second to come to the end.
    const soon = { counting: "soon", policy: "soon", requests: 50 } as const;
    const [one, other] = [limitsOf(await openStore(), soon), limitsOf(await openStore(), soon)];
    await settle(one, other);
    for (let asked = 0; asked < 50; asked += 1) await ask(one);
    const asked: boolean[] = [];
    await until(async () => {
      asked.push((await ask(other)).isAllowed);
      return !asked.at(-1);
    });

    expect(asked[0]).toBe(true);
    expect(asked.length).toBeLessThan(50);
    expect((await ask(other)).limit).toMatch(/^"soon";r=0;t=\d+$/);
  });

  it("keeps nothing in Redis that names anybody, and nothing for longer than its window", async () => {
    const limits = limitsOf(await openStore(), { policy: "kept" });
    await settle(limits);
    await ask(limits, "203.0.113.77");
    const keys = (await redis.keys(`${prefix}:limits:*`)).map((key) => key.slice(prefix.length));
    const lives = await Promise.all(keys.map((key) => redis.ttl(`${prefix}${key}`)));
    const values = await Promise.all(keys.map((key) => redis.get(`${prefix}${key}`)));

    expect(keys.filter((key) => !key.includes(":salt:")).length).toBeGreaterThan(3);
    for (const key of keys) expect(key).toMatch(/^:limits:(salt:\d+|test:(reading|soon|kept):[\w+/]{4})$/);
    expect([...keys, ...values].join(" ")).not.toContain("203.0.113");
    expect(lives.every((seconds) => seconds > 0 && seconds <= 3_700)).toBe(true);
  });
});

describe("a limit whose Redis", () => {
  const readers = async (limits: Limits) => {
    const allowed: boolean[] = [];
    const tookMs: number[] = [];
    for (let asked = 0; asked < 6; asked += 1) {
      const startedMs = performance.now();
      allowed.push((await ask(limits)).isAllowed);
      tookMs.push(performance.now() - startedMs);
    }
    // The one in the middle: a machine that runs other tests may stand still for one or two.
    const eachMs = tookMs.toSorted((a, b) => a - b)[3];
    return { allowed, eachMs };
  };

  it("is away is counted by each process alone, and refuses nobody else", async () => {
    const limits = limitsOf(await openStore(nobody));

    expect((await readers(limits)).allowed).toEqual([true, true, true, true, true, false]);
  });

  it("is full is counted by each process alone, and refuses nobody else", async () => {
    const full = await startOwnRedis();
    const operator = new Redis(full.url);
    try {
      const [exactStore, soonStore] = [await openStore(full.url), await openStore(full.url)];
      await operator.config("SET", "maxmemory", "1");
      await expect(operator.set("anything", "more")).rejects.toThrow(/OOM/);
      const exact = await readers(limitsOf(exactStore, { policy: "full" }));
      const soon = await readers(limitsOf(soonStore, { policy: "full soon", counting: "soon" }));

      expect([exact.allowed, soon.allowed]).toEqual(Array(2).fill([true, true, true, true, true, false]));
      expect(await operator.keys("*:full*")).toEqual([]);
    } finally {
      operator.disconnect();
      for (const store of stores.splice(-2)) store.close();
      await full.close();
    }
  });

  it("stops answering holds a reader up for a quarter of a second at most, and not at all where it counts soon", async () => {
    const silent = await openSilencer();
    const [exactStore, soonStore] = [await openStore(silent.url), await openStore(silent.url)];
    const [exactLimits, soonLimits] = [limitsOf(exactStore), limitsOf(soonStore, { counting: "soon" })];
    await settle(exactLimits, soonLimits);
    silent.state.isSilent = true;
    const exact = await readers(exactLimits);
    const soon = await readers(soonLimits);

    expect([exact.allowed, soon.allowed]).toEqual(Array(2).fill([true, true, true, true, true, false]));
    expect(exact.eachMs).toBeGreaterThan(200);
    expect(exact.eachMs).toBeLessThan(400);
    expect(soon.eachMs).toBeLessThan(20);
  });
});

/** Passes on what Redis says until it falls silent, with its connections open. */
async function openSilencer() {
  const state = { isSilent: false };
  const { hostname, port } = new URL(url);
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number.parseInt(port, 10) });
    sockets.push({ close: () => void far.destroy() }, { close: () => void near.destroy() });
    near.pipe(far).on("error", () => undefined);
    far.on("data", (bytes) => void (state.isSilent || near.write(bytes)));
    near.on("error", () => undefined);
  }).listen(0, "127.0.0.1");
  sockets.push(server);
  await once(server, "listening");
  const own = new URL(url);
  own.port = String((server.address() as AddressInfo).port);
  return { state, url: own.href };
}
