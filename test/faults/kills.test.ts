import { describe, expect, it, jest } from "@jest/globals";
import { runKills } from "./kills/run-kills.ts";

jest.setTimeout(240_000);

describe("processes and servers killed in mid-work", () => {
  /** `npm run faults -- kills` kills each twenty times while 100,000 observations flow. */
  it("lose nothing, double nothing and leave nothing stuck", async () => {
    const report = await runKills({ times: 1, observations: 2_000, seed: 5, answerMs: 20 });
    expect(report).toMatchObject({
      acknowledged: 2_000,
      lost: 0,
      doubled: 0,
      isLatestRight: true,
      stuckJobs: [],
      fellOver: [],
      brokenReleases: [],
      oddAnswers: [],
      entriesLost: 0,
      entriesDoubled: 0,
      answers: true,
    });
    expect(report.kills.map(({ victim, times }) => [victim, times]).toSorted()).toEqual([
      ["api", 1],
      ["collector", 1],
      ["postgres", 1],
      ["publisher", 1],
      ["recorder", 1],
      ["redis", 1],
    ]);
    expect(report.collectedRuns).toBeGreaterThan(0);
    expect(report.answered).toBeGreaterThan(0);
    expect(report.entered).toBeGreaterThan(0);
  });
});
