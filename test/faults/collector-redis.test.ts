import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { freshRedis } from "../support/servers.ts";
import { allVisits, openStaircase, type Staircase, smallCorridor } from "../support/staircase.ts";
import { until } from "../support/until.ts";

let redis: OwnServer;
let staircase: Staircase;
beforeEach(async () => {
  redis = await startOwnRedis();
  staircase = await openStaircase({ redis: { ...freshRedis(), url: redis.url } });
  await staircase.collectOnce();
});
afterEach(async () => {
  await staircase.close();
  await redis.close();
});

/** The schedulers of all sources, as Redis holds them. */
async function scheduled(): Promise<string[]> {
  const names = ["wise", "western-union", "ecb", "frankfurter"];
  const key = (source: string) => `${staircase.prefix}:collect.${source}:repeat`;
  return (await Promise.all(names.map((source) => staircase.stores.redis.zrange(key(source), "0", "-1"))))
    .flat()
    .sort();
}

async function runIdOfWise(): Promise<string | undefined> {
  const entries = await staircase.stores.latest.readCorridor(smallCorridor);
  return entries.find(({ source, amount }) => source === "wise" && amount === "200")?.runId;
}

describe("collecting, when Redis goes and comes back", () => {
  it("goes on where it was, with the visit that fell due meanwhile", async () => {
    const before = await scheduled();
    await redis.kill();
    const visiting = staircase.visitAgain("wise");
    await redis.comeBack();
    const { run } = await visiting;
    await until(async () => (await runIdOfWise()) === run.runId);
    expect(staircase.visits).toHaveLength(allVisits + 1);
    expect(await scheduled()).toEqual(before);
  });

  it("starts over when it has forgotten what was scheduled", async () => {
    const before = await scheduled();
    expect(before).toHaveLength(allVisits);
    await redis.kill();
    await redis.comeBack("empty");
    await until(() => staircase.visits.length === 2 * allVisits);
    expect(await scheduled()).toEqual(before);
    const { run } = await staircase.visitAgain("wise");
    await until(async () => (await runIdOfWise()) === run.runId);
    expect(await staircase.stores.latest.isWhole()).toBe(true);
  });
});
