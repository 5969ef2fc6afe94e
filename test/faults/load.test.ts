import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { judgeLoad, pace } from "./load/load-report.ts";
import { type LoadedSite, openLoadedSite } from "./load/open-site.ts";
import { type LoadReport, runLoad } from "./load/run-load.ts";

/** A machine that runs other tests may stand still for two seconds, and whoever has waited for so long is refused. */
const shareOfStandstills = 0.05;
/** What a few seconds on a machine that runs other tests cannot tell. */
const judgedAtLength = ["memory flat", "errors under steady load", pace.steady, pace.overload];

/** `npm run load` does the same for ten minutes, at 70 % of the capacity, with more prices, and looks at memory. */
describe("API and site under load", () => {
  let site: LoadedSite;
  let report: LoadReport;
  beforeAll(async () => {
    site = await openLoadedSite({ corridors: 40, quotes: 2_000, isBuilt: false });
    report = await runLoad(site, {
      capacitySeconds: 6,
      steadySeconds: 4,
      steadyShare: 0.3,
      overloadSeconds: 4,
      seed: 7,
    });
  }, 180_000);
  afterAll(() => site.close());

  it("answer everything that is less than they can, exports too", () => {
    for (const { served, shed, ...others } of Object.values(report.steady)) {
      expect(others).toMatchObject({ wrong: 0, unanswered: 0 });
      expect(served).toBeGreaterThan(0);
      expect(shed / served).toBeLessThan(shareOfStandstills);
    }
    expect(report.exports.steady.broken).toBe(0);
    expect(report.exports.steady.whole).toBeGreaterThan(0);
  });

  it("refuse with 503 what is too much, go on serving, and are well again within five seconds", () => {
    const failing = judgeLoad(report).filter(({ what, holds }) => !holds && !judgedAtLength.includes(what));
    expect(failing).toEqual([]);
    for (const { served } of Object.values(report.overload)) expect(served).toBeGreaterThan(0);
  });
});
