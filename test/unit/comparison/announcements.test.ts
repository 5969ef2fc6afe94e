import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { beMaKey } from "../../support/record-job.ts";

let scene: ComparisonScene;
const reads: string[] = [];

beforeEach(async () => {
  scene = await openComparisonScene([quoteOf()]);
  const { store } = scene.memory;
  const { readCorridor } = store;
  Object.assign(store, {
    readCorridor: (key: string) => {
      reads.push(key);
      return readCorridor(key);
    },
  });
  reads.length = 0;
});
afterEach(() => scene.close());

const settled = () => new Promise((resolve) => setTimeout(resolve, 250));

describe("an announced change", () => {
  it("is read once: neither its echo nor the next comparing of versions reads it again", async () => {
    scene.memory.put([quoteOf({ rate: "10.9", received: null })]);
    const version = String(scene.memory.state.version);
    scene.memory.hear({ corridorKey: beMaKey, version });
    await settled();
    expect(reads).toEqual([beMaKey]);
  });

  it("is read once with all that follow it before it is read, and a later one is read again", async () => {
    const announce = () => scene.memory.put([quoteOf({ rate: "10.9", received: null })]);
    announce();
    announce();
    announce();
    await settled();
    expect(reads).toEqual([beMaKey]);
    announce();
    await settled();
    expect(reads).toEqual([beMaKey, beMaKey]);
  });
});
