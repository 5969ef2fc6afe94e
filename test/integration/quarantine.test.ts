import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { recordRunJob } from "@openremit/recorder";
import {
  decideQuarantined,
  forgetQuarantined,
  readOpenIssues,
  readQuarantined,
  readRun,
  recordAccepted,
  recordRun,
} from "@openremit/shared/storage";
import { beMa, beMaKey, buildQuote, buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

let scene: StorageScene;
beforeAll(async () => {
  scene = await openStorageScene();
});
afterAll(() => scene.close());

const decidedAt = new Date("2026-11-20T15:00:00.000Z");
const at = (hour: number) => `2026-11-20T${hour}:00:00.000Z`;
const issue = { source: "acme", code: "expectation_broken", subject: "visit", detail: "far from the market" };

function setAside(hour: number, rate: string) {
  const quotes = [buildQuote({ rate, observedAt: at(hour), fetchedAt: at(hour) })];
  const run = { outcome: "quarantined", errorCode: "expectation", errorMessage: "far from the market" } as const;
  return buildQuotesJob({ run: { ...run, runId: randomUUID(), fetchedAt: at(hour) }, quotes, issues: [issue] });
}

const accepting = () =>
  recordAccepted({
    database: scene.database,
    now: () => decidedAt,
    record: (job) => recordRunJob(job, scene),
  });
const decide = (runId: string, decision: "accepted" | "rejected") =>
  decideQuarantined(scene.database, { runId, decision, why: "the market moved", keyId: "abcd" }, decidedAt);
const shownRates = async () =>
  (await scene.latest.readCorridor(beMaKey)).flatMap(({ quotes }) => quotes.map(({ rate }) => rate));

describe("a run that the checks set aside", () => {
  it("shows nothing of itself, and waits with what it read", async () => {
    const job = setAside(13, "10.20");
    await recordRunJob(job, scene);

    expect([await countRows(scene.database, "quotes"), await shownRates()]).toEqual([0, []]);
    expect((await readRun(scene.database, job.run.runId))?.outcome).toBe("quarantined");
    expect(await readQuarantined(scene.database, 10)).toEqual([
      {
        runId: job.run.runId,
        source: "acme",
        finishedAt: job.run.finishedAt,
        reason: "far from the market",
        quotes: 1,
        corridors: [beMa.id],
      },
    ]);
  });

  it("is recorded as if it had passed once somebody accepts it, and once however often that is tried", async () => {
    const [waiting] = await readQuarantined(scene.database, 10);
    await decide(waiting?.runId ?? "", "accepted");
    const done = [await accepting(), await accepting()];
    await scene.database.pool.query("update quarantine_decisions set recorded_at = null");
    const afterCrash = await accepting();

    expect([...done, afterCrash]).toEqual([1, 0, 1]);
    expect([await countRows(scene.database, "quotes"), await shownRates()]).toEqual([1, ["10.20"]]);
    expect(await readQuarantined(scene.database, 10)).toEqual([]);
    expect((await readOpenIssues(scene.database)).map(({ code, subject, detail }) => [code, subject, detail])).toEqual([
      ["accepted_by_operator", waiting?.runId, "the market moved"],
    ]);
  });

  it("cannot be decided about twice, nor where there is none", async () => {
    const job = setAside(14, "10.30");
    await recordRunJob(job, scene);
    await decide(job.run.runId, "rejected");

    await expect(decide(job.run.runId, "accepted")).rejects.toThrow("Nothing waits under this run");
    await expect(decide(randomUUID(), "accepted")).rejects.toThrow("Nothing waits under this run");
    expect([await accepting(), await shownRates()]).toEqual([0, ["10.20"]]);
  });

  it("takes nothing newer off the list when it is accepted late", async () => {
    const job = setAside(15, "10.40");
    await recordRunJob(job, scene);
    const newer = { rate: "10.90", observedAt: at(16), fetchedAt: at(16) };
    await recordRunJob(buildQuotesJob({ run: { fetchedAt: at(16) }, quotes: [buildQuote(newer)] }), scene);
    await decide(job.run.runId, "accepted");

    expect([await accepting(), await shownRates()]).toEqual([1, ["10.90"]]);
    expect(await countRows(scene.database, "quotes")).toBe(3);
  });

  it("of rates is accepted as well", async () => {
    const run = {
      outcome: "quarantined",
      errorCode: "expectation",
      errorMessage: "1 rates where at least 20",
    } as const;
    const job = buildRatesJob({ run, rates: [buildRate()] });
    await recordRun(scene.database, job);
    await decide(job.run.runId, "accepted");

    expect([await accepting(), await countRows(scene.database, "rates")]).toEqual([1, 1]);
  });

  it("is forgotten when it is too old to be shown, and then cannot be accepted", async () => {
    const job = setAside(17, "10.50");
    await recordRunJob(job, scene);

    expect(await forgetQuarantined(scene.database, new Date("2026-11-20T16:59:00Z"))).toBe(4);
    expect(await forgetQuarantined(scene.database, new Date("2026-12-20T00:00:00Z"))).toBe(1);
    expect(await readQuarantined(scene.database, 10)).toEqual([]);
    await expect(decide(job.run.runId, "accepted")).rejects.toThrow("Nothing waits");
  });

  it("keeps no other one back where it cannot be recorded, as one of an older version may", async () => {
    const [odd, good] = [setAside(18, "10.60"), setAside(19, "10.70")];
    for (const job of [odd, good]) await recordRunJob(job, scene);
    for (const { run } of [odd, good]) await decide(run.runId, "accepted");
    const setJob = "update quarantined_runs set job = $2 where run_id = $1";
    await scene.database.pool.query(setJob, [odd.run.runId, JSON.stringify({ ...odd, schemaVersion: 0 })]);

    await expect(accepting()).rejects.toThrow(AggregateError);
    expect(await shownRates()).toEqual(["10.70"]);
    await scene.database.pool.query(setJob, [odd.run.runId, JSON.stringify(odd)]);
    expect([await accepting(), await shownRates()]).toEqual([1, ["10.70"]]);
  });
});
