import { describe, expect, it } from "@jest/globals";
import { NoFreshDataError } from "@openremit/shared/domain";
import { createWorldKeeper } from "../../../shared/src/comparison/survey/keep-world-quarters.ts";
import type { SurveyPast } from "../../../shared/src/comparison/survey/survey-past.ts";
import { quietLogger, sceneCatalog } from "../../support/comparison-scene.ts";
import { buildSurveyPrice } from "../../support/survey-price.ts";

/** A survey of these quarters that counts how often each is read. */
function surveyOf(periods: readonly string[], onRead: (period: string) => void = () => undefined) {
  const state = { version: "one", isAway: false, read: [] as string[] };
  const survey: SurveyPast = {
    async version() {
      if (state.isAway) throw new NoFreshDataError("away");
      return state.version;
    },
    periods: async () => periods,
    flows: async () => null,
    async prices({ period = "" }) {
      if (state.isAway) throw new NoFreshDataError("away");
      state.read.push(period);
      onRead(period);
      return [buildSurveyPrice({ period })];
    },
  };
  return { state, keeper: createWorldKeeper({ survey, countries: sceneCatalog.countries, log: quietLogger }) };
}

describe("the world's quarters", () => {
  it("are there before anybody asks, and are read once", async () => {
    const { state, keeper } = surveyOf(["2013-Q3", "2013-Q4"]);
    keeper.start();
    const { quarters } = await keeper.current();
    expect(quarters.map(({ world }) => [world.period, world.services])).toEqual([
      ["2013-Q3", 1],
      ["2013-Q4", 1],
    ]);
    expect((await keeper.current()).quarters).toBe(quarters);
    expect(state.read).toEqual(["2013-Q3", "2013-Q4"]);
    await keeper.stop();
  });

  it("are made anew for a new import", async () => {
    const { state, keeper } = surveyOf(["2013-Q3"]);
    const before = await keeper.current();
    state.version = "two";
    const after = await keeper.current();
    expect([before.version, after.version]).toEqual(["one", "two"]);
    expect(after.quarters).not.toBe(before.quarters);
    expect(state.read).toEqual(["2013-Q3", "2013-Q3"]);
  });

  it("are all of one version where something is imported between two of them", async () => {
    const { state, keeper } = surveyOf(["2013-Q3", "2013-Q4"], (period) => {
      if (period === "2013-Q3" && state.read.length === 1) state.version = "two";
    });
    const world = await keeper.current();
    expect(world.version).toBe("two");
    expect(state.read).toEqual(["2013-Q3", "2013-Q4", "2013-Q3", "2013-Q4"]);
    expect(await keeper.current()).toBe(world);
    expect(state.read).toHaveLength(4);
  });

  it("are made when they are asked for where the record was away at first", async () => {
    const { state, keeper } = surveyOf(["2013-Q3"]);
    state.isAway = true;
    keeper.start();
    await expect(keeper.current()).rejects.toThrow("away");
    state.isAway = false;
    expect((await keeper.current()).quarters).toHaveLength(1);
    await keeper.stop();
  });

  it("are never half of them: when the program ends, whoever waits hears that", async () => {
    const { state, keeper } = surveyOf(["2013-Q3", "2013-Q4", "2014-Q1"]);
    keeper.start();
    const asked = expect(keeper.current()).rejects.toThrow(NoFreshDataError);
    await keeper.stop();
    await asked;
    expect(state.read.length).toBeLessThan(3);
  });
});
