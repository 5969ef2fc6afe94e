import { afterEach, describe, expect, it } from "@jest/globals";
import type { Fault } from "@openremit/sandbox";
import type { RecordJob } from "@openremit/shared/contracts";
import { openStaircase, type Staircase, smallCatalog } from "../support/staircase.ts";
import { until } from "../support/until.ts";

/** Longer than a test may last: what hangs is never answered. */
const never = 600_000;
const faults: Readonly<Record<string, Fault>> = {
  frankfurter: { kind: "slow", delayMs: never },
  remitly: { kind: "slow", delayMs: never },
  worldremit: { kind: "500" },
  "wise-comparisons": { kind: "429", retryAfterSeconds: 3_600 },
};
const healthy = ["ecb", "taptap-send", "western-union", "wise"];
const catalog = smallCatalog(["remitly", "taptap-send", "western-union", "wise", "wise-comparisons", "worldremit"]);

const open: Staircase[] = [];
afterEach(async () => {
  for (const staircase of open.splice(0)) await staircase.close();
});

/** Collects until every healthy source has been visited for all that config wants of it, and says how. */
async function collect(faulty: Readonly<Record<string, Fault>>) {
  const staircase = await openStaircase({ catalog, sourceTimeoutMs: never });
  open.push(staircase);
  for (const [source, fault] of Object.entries(faulty)) staircase.sandbox.setFault(source, fault);
  await staircase.startRecorder();
  const { tasks } = await staircase.startCollector();
  const wanted = tasks.filter(({ job }) => healthy.includes(job.source)).length;
  const visitsTo = (...sources: readonly string[]) =>
    staircase.visits.filter(({ run }) => sources.includes(run.source));
  await until(() => visitsTo(...healthy).length >= wanted);
  return {
    staircase,
    visitsTo,
    visits: visitsTo(...healthy)
      .map(wordsOf)
      .sort(),
  };
}

function wordsOf({ run, quotes, rates }: RecordJob): string {
  const amounts = run.covers.map(({ amount }) => amount);
  return `${run.source} ${amounts} ${run.outcome}: ${quotes.length} prices, ${rates.length} rates`;
}

describe("sources that hang, fail and ask to slow down", () => {
  it("delay no other source: all of the others is collected while they have not come back", async () => {
    const { visits: usual } = await collect({});
    expect(new Set(usual.map((words) => words.split(" ")[0]))).toEqual(new Set(healthy));

    const { visits, visitsTo, staircase } = await collect(faults);
    expect(visits).toEqual(usual);
    expect(visitsTo("frankfurter", "remitly")).toEqual([]);
    const failures = (source: string) => [...new Set(visitsTo(source).map(({ run }) => run.errorCode))];
    await until(() => failures("worldremit").length > 0 && failures("wise-comparisons").length > 0);
    expect([failures("worldremit"), failures("wise-comparisons")]).toEqual([["source_http"], ["source_limited"]]);

    for (const source of ["wise", "western-union"]) {
      const { run } = await staircase.visitAgain(source);
      expect(run.outcome).toBe("stored");
    }
    expect(visitsTo("frankfurter", "remitly")).toEqual([]);
  });
});
