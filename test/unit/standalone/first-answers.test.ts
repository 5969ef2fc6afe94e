import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { allAdapters, planTasks } from "@openremit/collector";
import { loadCatalog } from "@openremit/shared/catalog";
import { corridorKey } from "@openremit/shared/domain";
import { corridorsAsked, waitForAnswers } from "../../../services/standalone/src/first-answers.ts";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { until } from "../../support/until.ts";

const catalog = loadCatalog("config");

function corridorsOf(...keys: string[]) {
  return [...catalog.corridors.values()].filter((corridor) => keys.includes(corridorKey(corridor)));
}

const [toMorocco, toTurkey] = [corridorsOf("be-ma:EUR-MAD"), corridorsOf("be-tr:EUR-TRY")];

describe("the corridors that somebody is asked about", () => {
  it("are those of the tasks, each once", () => {
    const tasks = planTasks(catalog, allAdapters, "simulated").filter(({ job }) => job.source === "currencyfair");
    const asked = corridorsAsked([...tasks, ...tasks], catalog).map(corridorKey);
    expect(asked).toEqual([...new Set(tasks.flatMap(({ job }) => job.corridorKeys))].sort());
    expect(asked).not.toHaveLength(0);
    expect(corridorsAsked([], catalog)).toEqual([]);
  });
});

describe("waiting for first answers", () => {
  let scene: ComparisonScene;
  let ended: jest.Mock;
  const patience = { now: new AbortController() };
  beforeEach(async () => {
    scene = await openComparisonScene([quoteOf()]);
    ended = jest.fn();
    patience.now = new AbortController();
  });
  afterEach(() => scene.close());

  /** Begins to wait, and says when the comparison was looked at so often. */
  function wait(wanted: Parameters<typeof waitForAnswers>[1]) {
    let looks = 0;
    const counted = {
      corridors: (question: Parameters<typeof scene.comparison.corridors>[0]) => {
        looks += 1;
        return scene.comparison.corridors(question);
      },
    };
    const waiting = waitForAnswers(counted, wanted, patience.now.signal).then(ended);
    return { waiting, looked: (times: number) => until(() => looks >= times) };
  }

  it("ends where every corridor has a ranked offer", async () => {
    await wait(toMorocco).waiting;
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it("goes on while a corridor has none, and ends when it has one", async () => {
    const { waiting, looked } = wait([...toMorocco, ...toTurkey]);
    await looked(4);
    expect(ended).not.toHaveBeenCalled();
    const [corridor] = toTurkey;
    scene.memory.put([quoteOf({ ...(corridor && { corridor: { ...corridor } }) })]);
    await waiting;
    expect(patience.now.signal.aborted).toBe(false);
  });

  it("ends with the end of patience", async () => {
    const { waiting, looked } = wait(toTurkey);
    await looked(2);
    patience.now.abort();
    await waiting;
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
