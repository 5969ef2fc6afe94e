import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { LatestEntry } from "@openremit/shared/contracts";
import { rebuildLatest, recordRun } from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { beMaKey, buildQuote, buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { openStorageScene, type StorageScene } from "../support/storage-scene.ts";

const older = "11111111-1111-4111-8111-111111111111";
const newer = "22222222-2222-4222-8222-222222222222";

function buildEntry(fields: Partial<LatestEntry> = {}): LatestEntry {
  const fetchedAt = "2026-11-20T12:00:00.000Z";
  return { source: "acme", amount: "200", runId: older, fetchedAt, quotes: [buildQuote()], ...fields };
}

describe("the projection of the latest", () => {
  let scene: StorageScene;
  beforeEach(async () => {
    scene = await openStorageScene();
  });
  afterEach(() => scene.close());

  it("keeps the entry that was fetched last, in whatever order entries come", async () => {
    const { latest } = scene;
    const first = buildEntry();
    const second = buildEntry({ runId: newer, fetchedAt: "2026-11-20T12:00:00.001Z", quotes: [] });

    const version = await latest.replace(beMaKey, [second]);

    expect(await latest.replace(beMaKey, [first])).toBe(version);
    expect(await latest.readCorridor(beMaKey)).toEqual([second]);
  });

  it("lets the greater run decide within one millisecond, in whatever order they come", async () => {
    const { latest } = scene;
    const [first, second] = [buildEntry(), buildEntry({ runId: newer })];

    await latest.replace("a", [first]);
    await latest.replace("a", [second]);
    await latest.replace("b", [second]);
    await latest.replace("b", [first]);

    expect(await latest.readAll()).toEqual(
      new Map([
        ["a", [second]],
        ["b", [second]],
      ]),
    );
  });

  it("compares times, not their spelling, and keeps one entry per amount, however it is written", async () => {
    const { latest } = scene;
    await latest.replace(beMaKey, [buildEntry({ fetchedAt: "2026-11-20T12:00:00.5Z", amount: "200.00" })]);

    await latest.replace(beMaKey, [buildEntry({ fetchedAt: "2026-11-20T12:00:00Z", runId: newer })]);

    expect((await latest.readCorridor(beMaKey)).map((entry) => entry.runId)).toEqual([older]);
  });

  it("reads what one source last said at some amounts, and nothing for what was never covered", async () => {
    const { latest } = scene;
    const schedule = buildEntry({ amount: null });
    const [at200, at500] = ["200", "500"].map((amount) => buildEntry({ amount }));
    if (at200 === undefined || at500 === undefined) throw new Error("two amounts, two entries");
    await latest.replace(beMaKey, [schedule, at200, at500, buildEntry({ source: "other" })]);

    expect(await latest.readSource(beMaKey, "acme", ["200.00", null, "1000"])).toEqual([at200, schedule]);
    expect(await latest.readSource("be-xx:EUR-XXX", "acme", ["200"])).toEqual([]);
  });

  it("gives different contents different versions, and a rebuilt content its old one", async () => {
    const { latest } = scene;
    const empty = buildEntry({ runId: newer, fetchedAt: "2026-11-20T13:00:00.000Z", quotes: [] });
    const one = await latest.replace(beMaKey, [buildEntry()]);
    const two = await latest.replace(beMaKey, [empty, buildEntry({ amount: null })]);

    await latest.clear();

    expect(await latest.readAll()).toEqual(new Map());
    expect(await latest.readVersions()).toEqual(new Map());
    expect(await latest.replace(beMaKey, [buildEntry({ amount: null })])).not.toBe(two);
    expect(await latest.replace(beMaKey, [empty])).toBe(two);
    expect(one).not.toBe(two);
    expect(await latest.readVersions()).toEqual(new Map([[beMaKey, two]]));
  });

  it("says the version of the rates alone, which is the one among all versions", async () => {
    const { latest } = scene;
    expect(await latest.readRatesVersion()).toBeNull();
    const version = await latest.replaceRates([buildRate()]);
    expect([await latest.readRatesVersion(), (await latest.readVersions()).get("rates")]).toEqual([version, version]);
  });

  it("keeps ten days per source and pair, of each day the row fetched last, flags and digits as they came", async () => {
    const { latest } = scene;
    const days = Array.from({ length: 12 }, (_, index) =>
      buildRate({ observedOn: `2026-11-${index + 10}`, value: "10.0000000000000000000000000001" }),
    );
    const corrected = buildRate({ observedOn: "2026-11-21", fetchedAt: "2026-11-22T09:00:00.000Z", flags: ["jump"] });
    await latest.replaceRates(days.slice(0, 6));
    await latest.replaceRates([corrected, buildRate({ quote: "USD" })]);

    const version = await latest.replaceRates(days.slice(6));

    expect(await latest.replaceRates(days)).toBe(version);
    expect(await latest.readRates()).toEqual([corrected, ...days.slice(2, 11).reverse(), buildRate({ quote: "USD" })]);
  });

  it("is rebuilt from the record byte for byte", async () => {
    const { database, latest, redis, prefix } = scene;
    const jobs = [
      buildQuotesJob({ quotes: [buildQuote(), buildQuote({ payOut: "cash_pickup", flags: ["x"] })] }),
      buildQuotesJob({
        run: { fetchedAt: "2026-11-20T13:00:00Z" },
        quotes: [buildQuote(), buildQuote({ fee: "3", payOut: null })],
      }),
      buildQuotesJob({ run: { fetchedAt: "2026-07-02T13:00:00.000Z" }, quotes: [buildQuote({ fee: "9" })] }),
      buildQuotesJob({ run: { source: "bolt" }, quotes: [buildQuote({ source: "bolt", amount: "199.50" })] }),
      buildRatesJob({ rates: [buildRate(), buildRate({ quote: "USD", flags: ["jump"] })] }),
      buildRatesJob({ rates: [buildRate({ value: "11", fetchedAt: "2026-11-20T15:00:00.5Z" })] }),
      buildRatesJob({ rates: [buildRate({ value: "9", fetchedAt: "2026-11-19T15:00:00Z" })] }),
    ];
    for (const job of jobs) {
      const { entries, rates } = await recordRun(database, job);
      for (const [key, rows] of entries) await latest.replace(key, rows);
      if (rates.length > 0) await latest.replaceRates(rates);
    }
    const live = await dump(redis, prefix);

    await rebuildLatest(database, latest);

    const rebuilt = await dump(redis, prefix);
    expect(rebuilt.get(`${prefix}:latest:whole`)).toEqual({});
    rebuilt.delete(`${prefix}:latest:whole`);
    expect(rebuilt).toEqual(live);
    expect(live.size).toBe(5);
  });

  it("is whole only for who emptied it last, when two fill it at once", async () => {
    const { latest } = scene;
    const first = await latest.clear();
    await latest.replace(beMaKey, [buildEntry()]);
    const second = await latest.clear();

    expect([await latest.markWhole(first), await latest.isWhole()]).toEqual([false, false]);
    expect([await latest.markWhole(second), await latest.isWhole()]).toEqual([true, true]);
    expect([await latest.markWhole(second), await latest.isWhole()]).toEqual([false, true]);
  });

  it("tells subscribers what changed", async () => {
    const heard: unknown[] = [];
    const unsubscribe = await scene.latest.subscribe((change) => heard.push(change));
    const change = { corridorKey: beMaKey, version: "v" };

    await scene.latest.announce(change);

    while (heard.length === 0) await new Promise(setImmediate);
    expect(heard).toEqual([change]);
    await unsubscribe();
  });

  it("says resync after its connection was lost and the subscription stands again", async () => {
    const redis = new Redis(scene.redisUrl);
    const heard: unknown[] = [];
    let hearAnother = () => {};
    const unsubscribe = await scene.latest.subscribe((change) => {
      heard.push(change);
      hearAnother();
    });
    const next = () => new Promise<void>((resolve) => (hearAnother = resolve));

    const resynced = next();
    await killSubscriber(redis, scene.prefix);
    await resynced;
    const announced = next();
    await scene.latest.announce({ corridorKey: null, version: "v" });
    await announced;

    expect(heard).toEqual(["resync", { corridorKey: null, version: "v" }]);
    await unsubscribe();
    redis.disconnect();
  });
});

/** Every hash under the prefix, as it is. */
async function dump(redis: Redis, prefix: string): Promise<Map<string, Record<string, string>>> {
  const keys = await redis.keys(`${prefix}:latest:*`);
  const types = await Promise.all(keys.map((key) => redis.type(key)));
  const hashes = keys.map(
    async (key, index) => [key, types[index] === "hash" ? await redis.hgetall(key) : {}] as const,
  );
  return new Map(await Promise.all(hashes));
}

/** Ends this test's subscriber, as a restart of Redis would. */
async function killSubscriber(redis: Redis, prefix: string): Promise<void> {
  const clients = String(await redis.client("LIST")).split("\n");
  const id = clients.find((client) => client.includes(`name=${prefix}:corridor.changed`))?.match(/^id=(\d+)/)?.[1];
  await redis.client("KILL", "ID", id ?? "");
}
