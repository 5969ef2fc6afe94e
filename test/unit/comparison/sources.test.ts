import { afterEach, describe, expect, it } from "@jest/globals";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { buildRate } from "../../support/record-job.ts";

let scene: ComparisonScene;
afterEach(() => scene.close());

describe("the state of a rate source", () => {
  it("says how many publications were missed, weekends apart, and nothing where nothing is held", async () => {
    const rates = ["2026-11-17", "2026-11-19"].map((observedOn) => buildRate({ source: "ecb", observedOn }));
    scene = await openComparisonScene([quoteOf()], rates);
    const missed = async (key: string, at: string) => {
      scene.clock.at = new Date(at);
      const { sources } = (await scene.comparison.sources()).answer;
      return sources.find((source) => source.key === key)?.missedPublications;
    };
    expect(await missed("ecb", "2026-11-23T12:00:00.000Z")).toBe(1);
    expect(await missed("ecb", "2026-11-23T23:00:00.000Z")).toBe(2);
    expect(await missed("frankfurter", "2026-11-23T12:00:00.000Z")).toBeNull();
    expect(await missed("wise", "2026-11-23T12:00:00.000Z")).toBeNull();
  });
});
