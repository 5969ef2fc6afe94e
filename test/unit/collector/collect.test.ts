import { describe, expect, it } from "@jest/globals";
import { allAdapters, type CollectContext, collect } from "@openremit/collector";
import type { QuoteObservation, RecordJob } from "@openremit/shared/contracts";
import { ExpectationError, SourceHttpError } from "@openremit/shared/domain";
import { loadAnswer } from "../../support/source-fixture.ts";
import { smallCatalog, smallCorridor, staircaseNow } from "../../support/staircase.ts";

const job = { schemaVersion: 1, source: "wise", corridorKeys: [smallCorridor], amounts: ["200"] } as const;

interface Meeting {
  readonly fetchAnswer: CollectContext["fetchAnswer"];
  /** What our own queue answers, once. */
  readonly queueFails?: Error;
  /** What the source said last. */
  readonly lastSaid?: readonly QuoteObservation[];
}

/** A visit: what is thrown, and what was to be recorded. */
async function visit({ fetchAnswer, queueFails, lastSaid = [] }: Meeting) {
  const offered: RecordJob[] = [];
  const context: CollectContext = {
    knowledge: async () => ({ catalog: smallCatalog(), adapters: allAdapters, rateRows: [], lastSaid }),
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

/** Wise's answer, dated a moment before. */
const dated =
  (createdTime: string): CollectContext["fetchAnswer"] =>
  async (source, request, hearRobots) => ({
    ...(await notOffered(source, request, hearRobots)),
    status: 200,
    body: Buffer.from(loadAnswer("wise/be-ma-200.json").body.replace("2026-11-20T10:00:00Z", createdTime)),
  });

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

describe("a visit whose answer lay about on its way", () => {
  it("is quarantined, so that what is known and newer stays", async () => {
    const known = await visit({ fetchAnswer: dated("2026-11-23T11:00:00Z") });
    const lastSaid = known.recorded.flatMap(({ quotes }) => quotes);
    expect(lastSaid).toHaveLength(3);
    const { thrown, recorded } = await visit({ fetchAnswer: dated("2026-11-21T11:00:00Z"), lastSaid });
    expect(thrown).toBeInstanceOf(ExpectationError);
    expect(recorded.map(({ run }) => run.outcome)).toEqual(["quarantined"]);
    // What it read goes along, for whoever may accept it; the recorder shows none of it.
    expect(recorded.map(({ run, quotes }) => [run.covers.length, quotes.length])).toEqual([[1, 3]]);
    const next = await visit({ fetchAnswer: dated("2026-11-23T11:30:00Z"), lastSaid });
    expect(next.recorded.map(({ run }) => run.outcome)).toEqual(["stored"]);
  });
});
