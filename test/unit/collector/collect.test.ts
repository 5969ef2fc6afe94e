import { describe, expect, it } from "@jest/globals";
import { allAdapters, type CollectContext, collect } from "@openremit/collector";
import type { RecordJob } from "@openremit/shared/contracts";
import { SourceHttpError } from "@openremit/shared/domain";
import { smallCatalog, smallCorridor, staircaseNow } from "../../support/staircase.ts";

const job = { schemaVersion: 1, source: "wise", corridorKeys: [smallCorridor], amounts: ["200"] } as const;

interface Meeting {
  readonly fetchAnswer: CollectContext["fetchAnswer"];
  /** What our own queue answers, once. */
  readonly queueFails?: Error;
}

/** A visit: what is thrown, and what was to be recorded. */
async function visit({ fetchAnswer, queueFails }: Meeting) {
  const offered: RecordJob[] = [];
  const context: CollectContext = {
    knowledge: async () => ({ catalog: smallCatalog(), adapters: allAdapters, rateRows: [] }),
    fetchAnswer,
    record: async (run) => {
      offered.push(run);
      if (queueFails !== undefined && offered.length === 1) throw queueFails;
    },
    newRunId: () => "0b8f6f0e-3b0a-4b52-9d0c-3d5f1c0a9b11",
    clock: { now: () => staircaseNow },
    simulated: true,
  };
  const thrown = await collect(
    { ...job, corridorKeys: [...job.corridorKeys], amounts: [...job.amounts] },
    context,
  ).catch((cause: unknown) => cause);
  return { thrown, recorded: offered };
}

/** Wise's word for a route that it does not offer. */
const notOffered: CollectContext["fetchAnswer"] = async (_source, request) => ({
  request,
  status: 422,
  contentType: "application/json",
  body: Buffer.from("{}"),
  bodySha256: "0".repeat(64),
  requestSha256: "1".repeat(64),
  fetchedAt: staircaseNow.toISOString(),
});

const visitThatMeets = (error: Error) => visit({ fetchAnswer: () => Promise.reject(error) });

describe("a visit that fails", () => {
  it("is recorded as failed where it was the source, and says so to the queue", async () => {
    const error = new SourceHttpError("api.wise.com answered 502");
    const { thrown, recorded } = await visitThatMeets(error);
    expect(thrown).toBe(error);
    expect(recorded.map(({ run }) => [run.outcome, run.errorCode, run.covers])).toEqual([
      ["failed", "source_http", []],
    ]);
  });

  it("is not held against the source where a server of ours was away", async () => {
    const error = Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:5432"), { code: "ECONNREFUSED" });
    expect(await visitThatMeets(error)).toEqual({ thrown: error, recorded: [] });
  });

  it("is no failed visit where only our own queue did not take what it brought", async () => {
    const queueFails = new Error("Command timed out");
    const { thrown, recorded } = await visit({ fetchAnswer: notOffered, queueFails });
    expect(thrown).toBe(queueFails);
    expect(recorded.map(({ run }) => run.outcome)).toEqual(["empty"]);
  });
});
