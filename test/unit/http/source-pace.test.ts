import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { createScene, source } from "./http-scene.ts";

const origin = "https://api.example.org";
const plan = { method: "GET", url: `${origin}/v1` } as const;

beforeAll(() => {
  nock.disableNetConnect();
  nock(origin).persist().get("/robots.txt").reply(404).get("/v1").reply(200, "{}");
});
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

describe("a source's limits", () => {
  it("hold its requests back in real mode, robots.txt counted, and leave other sources alone", async () => {
    const { client } = createScene();
    const slow = { ...source, key: "slow", limits: { max: 3, perSeconds: 1, concurrency: 5, perDay: 1000 } };
    const started = performance.now();
    const took = async (asked: typeof source) => {
      await client.fetchAnswer(asked, plan);
      return performance.now() - started;
    };
    const [one, two, three, other] = await Promise.all([took(slow), took(slow), took(slow), took(source)]);
    expect(Math.max(one, two, other)).toBeLessThan(900);
    expect(three).toBeGreaterThanOrEqual(950);
  });
});
