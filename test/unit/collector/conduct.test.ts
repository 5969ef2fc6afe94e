import { describe, expect, it } from "@jest/globals";
import { allAdapters, type CollectContext, collect } from "@openremit/collector";
import type { RecordJob } from "@openremit/shared/contracts";
import { SourceLimitedError, SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import { smallCatalog, smallCorridor, staircaseNow } from "../../support/staircase.ts";

const at = staircaseNow.toISOString();

/** A visit to Wise that is answered with this body: what is thrown, and the run that is recorded. */
async function visit(fetchAnswer: CollectContext["fetchAnswer"]) {
  const recorded: RecordJob[] = [];
  const job = { schemaVersion: 1 as const, source: "wise", corridorKeys: [smallCorridor], amounts: ["200"] };
  const thrown: unknown = await collect(job, {
    knowledge: async () => ({ catalog: smallCatalog(), adapters: allAdapters, rateRows: [] }),
    fetchAnswer,
    record: async (run) => void recorded.push(run),
    newRunId: () => "0b8f6f0e-3b0a-4b52-9d0c-3d5f1c0a9b11",
    clock: { now: () => staircaseNow },
    simulated: true,
  }).catch((cause: unknown) => cause);
  return { thrown, run: recorded[0]?.run, issues: recorded.flatMap(({ issues }) => issues) };
}

const answering =
  (body: string): CollectContext["fetchAnswer"] =>
  async (_source, request, hearRobots) => {
    hearRobots({ result: "no_robots", readAt: at });
    const hashes = { bodySha256: "0".repeat(64), requestSha256: "1".repeat(64) };
    return { request, status: 200, contentType: "text/html", body: Buffer.from(body), ...hashes, fetchedAt: at };
  };

describe("an answer with status 200 that cannot be read", () => {
  it.each([
    ["captcha", '<html><div class="h-captcha"></div><script src="https://hcaptcha.com/1/api.js"></script></html>'],
    ["login page", '<!doctype html><form><input type="password"></form>'],
  ])("because it is a %s is a refusal, with what could not be read as its cause", async (wall, body) => {
    const { thrown, run, issues } = await visit(answering(body));
    expect(thrown).toBeInstanceOf(SourceRefusedError);
    expect(thrown).toMatchObject({ message: `api.wise.com shows a ${wall}`, cause: expect.any(SourceShapeError) });
    expect(run).toMatchObject({ outcome: "failed", errorCode: "source_refused" });
    expect(issues.map(({ code, subject }) => [code, subject])).toEqual([["refused", "visit"]]);
  });

  it("and is no wall stays an unfamiliar answer", async () => {
    const { thrown, issues } = await visit(answering("<html><h1>We are back soon</h1></html>"));
    expect(thrown).toBeInstanceOf(SourceShapeError);
    expect(issues.map(({ code }) => code)).toEqual(["unfamiliar_answer"]);
  });
});

describe("what robots.txt said", () => {
  it("is kept with the run, also of one that failed", async () => {
    const { run } = await visit(answering("nothing to read"));
    expect(run?.robots).toEqual({ result: "no_robots", readAt: at });
  });

  it("is what kept us out, where several said something", async () => {
    const { run } = await visit(async (_source, _request, hearRobots) => {
      hearRobots({ result: "allowed", readAt: at });
      hearRobots({ result: "disallowed", readAt: at });
      throw new SourceRefusedError("robots.txt disallows it");
    });
    expect(run?.robots).toEqual({ result: "disallowed", readAt: at });
  });

  it("is nothing where nobody was asked", async () => {
    const { run } = await visit(() => Promise.reject(new SourceShapeError("before anybody was asked")));
    expect(run?.robots).toEqual({ result: "not_asked", readAt: null });
  });
});

describe("a source whose requests of the day are used up", () => {
  it("gets one issue about the day", async () => {
    const usedUp = new SourceLimitedError("wise was asked 5 times", { details: { dailyCap: "2026-11-23" } });
    const { run, issues } = await visit(() => Promise.reject(usedUp));
    expect(run).toMatchObject({ outcome: "failed", errorCode: "source_limited" });
    expect(issues).toEqual([
      { source: "wise", code: "daily_cap_reached", subject: "2026-11-23", detail: "wise was asked 5 times" },
    ]);
  });
});
