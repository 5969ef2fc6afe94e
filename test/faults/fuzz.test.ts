import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openFuzzScene } from "./fuzz/fuzz-scene.ts";
import { type FuzzReport, runFuzz } from "./fuzz/run-fuzz.ts";

/** `npm run faults -- fuzz` asks ten times as often. */
const requests = 2_000;

describe("whatever is asked of the API", () => {
  let scene: Awaited<ReturnType<typeof openFuzzScene>>;
  let report: FuzzReport;
  beforeAll(async () => {
    scene = await openFuzzScene();
    report = await runFuzz({ ...scene, requests, seed: 7 });
  }, 120_000);
  afterAll(() => scene.close());

  it("gets a described answer, never a 5xx, and never waits for ever", () => {
    expect(report.failures.slice(0, 20)).toEqual([]);
  });

  it("gets past the door of every operation, so that more than refusals are proved", () => {
    const unserved = report.operations.filter(({ served }) => served === 0).map(({ name }) => name);
    expect(unserved).toEqual([]);
  });
});
