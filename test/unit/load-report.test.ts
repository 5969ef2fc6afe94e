import { describe, expect, it } from "@jest/globals";
import type { Driven } from "../faults/load/drive.ts";
import { judgeLoad, pace } from "../faults/load/load-report.ts";
import type { LoadReport } from "../faults/load/run-load.ts";

const driven = (askedPerSecond: number, fields: Partial<Driven> = {}): Driven => ({
  servedPerSecond: askedPerSecond,
  served: 1_000,
  askedPerSecond,
  shed: 0,
  wrong: 0,
  unanswered: 0,
  p50Ms: 10,
  p99Ms: 40,
  ...fields,
});
const gauge = { megabytes: 200, lagP99Ms: 20, lagMaxMs: 30 };
const exports = { steady: { whole: 4, shed: 0, broken: 0 }, overload: { whole: 1, shed: 2, broken: 0 } };
const gauges = { api: gauge, web: gauge };

/** A capacity of 200 and 100 in a second, of which so much was asked. */
function report(steady: { api: number; web: number }, overload: { api: number; web: number }): LoadReport {
  const shed = { shed: 50 };
  return {
    capacity: { api: driven(200), web: driven(100) },
    planned: { steady: { api: 140, web: 70 }, overload: { api: 600, web: 300 } },
    steady: { api: driven(steady.api), web: driven(steady.web) },
    exports,
    gauges: [gauges, gauges, gauges],
    overload: { api: driven(overload.api, shed), web: driven(overload.web, shed) },
    afterOverload: gauges,
    recoveredMs: { api: 100, web: 100 },
  };
}
const failing = (of: LoadReport) => judgeLoad(of).flatMap(({ what, holds }) => (holds ? [] : [what]));

describe("what a load proves", () => {
  it("holds where as much was asked as was planned", () => {
    expect(failing(report({ api: 140, web: 67 }, { api: 500, web: 251 }))).toEqual([]);
  });

  it("is nothing where whoever asks was out of breath, at one of both", () => {
    expect(failing(report({ api: 140, web: 66 }, { api: 600, web: 300 }))).toEqual([pace.steady]);
    expect(failing(report({ api: 140, web: 70 }, { api: 499, web: 300 }))).toEqual([pace.overload]);
    expect(failing(report({ api: 82, web: 42 }, { api: 300, web: 150 }))).toEqual([pace.steady, pace.overload]);
  });

  it("is an error where an export is refused under steady load, or broken off at any time", () => {
    const fine = report({ api: 140, web: 70 }, { api: 600, web: 300 });
    const { steady, overload } = exports;
    const failingWith = (changed: Partial<LoadReport["exports"]>) =>
      failing({ ...fine, exports: { ...exports, ...changed } });
    expect(failingWith({ steady: { ...steady, shed: 1 } })).toEqual(["errors under steady load"]);
    expect(failingWith({ steady: { ...steady, broken: 1 } })).toEqual(["errors under steady load"]);
    expect(failingWith({ overload: { ...overload, broken: 1 } })).toEqual(["overload: any other failure"]);
  });
});
