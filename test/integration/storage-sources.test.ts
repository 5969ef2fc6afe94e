import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { SourceIssue } from "@openremit/shared/contracts";
import {
  createSnapshotKeeper,
  pauseSource,
  readOpenIssues,
  readPauses,
  readQuotesBetween,
  readSnapshot,
  readSourceStates,
  recordRefusedPayload,
  recordRun,
  resumeSource,
  saveSnapshot,
} from "@openremit/shared/storage";
import type { QueryConfig } from "pg";
import { beMa, beMaKey, buildQuote, buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

const issue: SourceIssue = { source: "acme", code: "unknown_pay_in", subject: "CRYPTO", detail: "first words" };

describe("what the record says about sources", () => {
  let scene: StorageScene;
  beforeEach(async () => {
    scene = await openStorageScene();
  });
  afterEach(() => scene.close());

  const visit = (minute: number, fields: Parameters<typeof buildQuotesJob>[0] = {}) =>
    recordRun(
      scene.database,
      buildQuotesJob({ ...fields, run: { fetchedAt: `2026-11-20T12:${minute + 10}:00.000Z`, ...fields.run } }),
    );

  it("keeps one open issue per source, code and subject, with how often and between when it was raised", async () => {
    await visit(0, { issues: [issue, { ...issue, subject: "BARTER" }] });
    await visit(5, {
      issues: [
        { ...issue, detail: "newer words" },
        { ...issue, detail: "newer words" },
        { ...issue, subject: "BARTER" },
      ],
    });
    await visit(2, {
      issues: [
        { ...issue, detail: "late words" },
        { ...issue, subject: "BARTER" },
      ],
    });

    const [crypto] = (await readOpenIssues(scene.database)).filter(({ subject }) => subject === "CRYPTO");

    expect(crypto).toEqual({
      ...issue,
      detail: "newer words",
      count: 3,
      firstSeenAt: "2026-11-20T12:10:01.000Z",
      lastSeenAt: "2026-11-20T12:15:01.000Z",
    });
  });

  it("closes an issue when a later success on the same ground does not raise it again, and opens a new one after", async () => {
    await visit(0, { issues: [issue] });
    await visit(1, { run: { outcome: "failed" } });
    expect(await readOpenIssues(scene.database)).toHaveLength(1);

    await visit(2);
    expect(await readOpenIssues(scene.database)).toEqual([]);

    await visit(3, { issues: [issue] });
    expect(await readOpenIssues(scene.database)).toMatchObject([{ count: 1 }]);
    expect(await countRows(scene.database, "source_issues")).toBe(2);
  });

  it("leaves an issue open that a success elsewhere, an earlier one or another source's cannot speak about", async () => {
    await visit(5, { issues: [issue] });

    await visit(6, { run: { covers: [{ corridor: { ...beMa, id: "be-sn", receiveCountry: "SN" }, amount: "200" }] } });
    await visit(2);
    await visit(7, { run: { source: "bolt" } });

    expect(await readOpenIssues(scene.database)).toHaveLength(1);
  });

  it("closes what was raised by a run that covered nothing at the next success anywhere", async () => {
    await visit(0, { run: { outcome: "failed", covers: [] }, issues: [{ ...issue, code: "source_http" }] });

    await visit(1);

    expect(await readOpenIssues(scene.database)).toEqual([]);
  });

  it("leaves what was raised about a day open until that day is over", async () => {
    const capped = { ...issue, code: "daily_cap_reached", subject: "2026-11-20" };
    await visit(0, { run: { outcome: "failed", covers: [] }, issues: [capped] });

    await visit(1);
    expect(await readOpenIssues(scene.database)).toMatchObject([{ subject: "2026-11-20" }]);

    await visit(2, { run: { fetchedAt: "2026-11-21T00:00:00.000Z" } });
    expect(await readOpenIssues(scene.database)).toEqual([]);
  });

  it("tells what robots.txt said at the last visit, and nothing of a visit from before that was noted", async () => {
    const robots = { result: "disallowed", readAt: "2026-11-20T12:00:00.000Z" } as const;
    await visit(0, { run: { robots } });
    await scene.database.pool.query(`
      insert into runs (run_id, source, kind, outcome, started_at, finished_at, adapter_version, simulated,
        quote_count, rate_count, issue_count)
      values (gen_random_uuid(), 'bolt', 'quotes', 'empty', now(), now(), '1', true, 0, 0, 0)`);

    const states = await readSourceStates(scene.database);

    expect(states.get("acme")?.lastRun?.robots).toEqual(robots);
    expect(states.get("bolt")?.lastRun?.robots).toBeNull();
  });

  it("pauses a source once, with the first reason, until it is resumed", async () => {
    const { database } = scene;
    await pauseSource(database, "acme", "refused with 403", new Date("2026-11-20T12:00:00Z"));
    await pauseSource(database, "acme", "refused again", new Date("2026-11-20T13:00:00Z"));

    expect(await readPauses(database)).toEqual(
      new Map([["acme", { reason: "refused with 403", pausedAt: "2026-11-20T12:00:00.000Z" }]]),
    );
    await resumeSource(database, "acme", new Date("2026-11-20T14:00:00Z"));
    await resumeSource(database, "acme", new Date("2026-11-20T15:00:00Z"));
    expect(await readPauses(database)).toEqual(new Map());
    expect(await countRows(database, "source_pauses")).toBe(1);
  });

  it("tells how each source is doing: last run, last success, open issues and pause", async () => {
    await visit(0, { quotes: [buildQuote()] });
    await visit(5, { run: { outcome: "failed", errorCode: "source_http", errorMessage: "502" }, issues: [issue] });
    await recordRun(
      scene.database,
      buildRatesJob({ rates: [buildRate()], run: { fetchedAt: "2026-11-18T12:00:00Z" } }),
    );
    await pauseSource(scene.database, "bolt", "terms changed", new Date("2026-11-20T12:00:00Z"));

    const states = await readSourceStates(scene.database);

    expect([...states.keys()]).toEqual(["acme", "bolt", "ecb"]);
    expect(states.get("acme")).toMatchObject({
      lastRun: {
        outcome: "failed",
        errorCode: "source_http",
        errorMessage: "502",
        startedAt: "2026-11-20T12:14:59.000Z",
      },
      firstRunAt: "2026-11-20T12:09:59.000Z",
      lastSuccessAt: "2026-11-20T12:09:59.000Z",
      openIssues: [{ code: "unknown_pay_in" }],
      pause: null,
    });
    expect(states.get("bolt")).toMatchObject({
      lastRun: null,
      firstRunAt: null,
      lastSuccessAt: null,
      pause: { reason: "terms changed" },
    });
    expect(states.get("ecb")).toMatchObject({ lastSuccessAt: "2026-11-18T11:59:59.000Z" });
  });

  it("keeps a refused payload as it came and raises its issue once, however often it is told", async () => {
    const refused = {
      queue: "record",
      jobId: "7",
      source: "recorder",
      payload: { text: "\u0000" },
      reason: "not a run",
      refusedAt: new Date("2026-11-20T12:00:00Z"),
    };
    await recordRefusedPayload(scene.database, refused);
    await recordRefusedPayload(scene.database, refused);

    expect(await readOpenIssues(scene.database)).toMatchObject([
      { source: "recorder", code: "poisoned_payload", subject: "7", detail: "not a run", count: 1 },
    ]);
    const { rows } = await scene.database.pool.query("select payload from refused_payloads");
    expect(rows).toEqual([{ payload: JSON.stringify(refused.payload) }]);
  });

  it("keeps an answer's bytes once under their hash, and refuses bytes under a false name", async () => {
    const body = Buffer.from("prices ".repeat(1_000));
    const bodySha256 = createHash("sha256").update(body).digest("hex");
    const snapshot = { bodySha256, body, contentType: "text/plain", fetchedAt: "2026-11-20T12:00:00.000Z" };
    await saveSnapshot(scene.database, snapshot);
    await saveSnapshot(scene.database, { ...snapshot, fetchedAt: "2026-11-21T12:00:00.000Z" });

    expect(await readSnapshot(scene.database, bodySha256)).toEqual(snapshot);
    expect(await readSnapshot(scene.database, "0".repeat(64))).toBeNull();
    await expect(saveSnapshot(scene.database, { ...snapshot, bodySha256: "0".repeat(64) })).rejects.toThrow(
      /whose hash/,
    );
    const { rows } = await scene.database.pool.query("select octet_length(body) as bytes, size from snapshots");
    expect(rows).toMatchObject([{ size: 7_000 }]);
    expect(rows[0].bytes).toBeLessThan(200);
  });

  it("keeps answers that come together, small and large and one of them twice, and fails only for a false name", async () => {
    const keep = createSnapshotKeeper(scene.database);
    const fetchedAt = "2026-11-20T12:00:00.000Z";
    const snapshotOf = (text: string) => {
      const body = Buffer.from(text);
      const bodySha256 = createHash("sha256").update(body).digest("hex");
      return { bodySha256, body, contentType: "text/plain", fetchedAt };
    };
    const snapshots = [
      ...["a", "b", "c"].map((text) => snapshotOf(text.repeat(100))),
      snapshotOf("large".repeat(10_000)),
    ];
    const [first] = snapshots;
    const together = [...snapshots, ...(first ? [first, { ...first, bodySha256: "1".repeat(64) }] : [])];
    const kept = await Promise.allSettled(together.map(keep));
    expect(kept.map(({ status }) => status)).toEqual([...Array.from({ length: 5 }, () => "fulfilled"), "rejected"]);
    for (const snapshot of snapshots) {
      expect(await readSnapshot(scene.database, snapshot.bodySha256)).toEqual(snapshot);
    }
  });

  it("sends what was kept lately not again, and again what could not be kept", async () => {
    const body = Buffer.from("prices");
    const bodySha256 = createHash("sha256").update(body).digest("hex");
    const snapshot = { bodySha256, body, contentType: "text/plain", fetchedAt: "2026-11-20T12:00:00.000Z" };
    const { pool } = scene.database;
    let statements = 0;
    const counted = new Proxy(pool, {
      get(target, name) {
        if (name !== "query") return Reflect.get(target, name, target);
        return async (question: QueryConfig) => {
          statements += 1;
          if (statements === 1) throw new Error("connection refused");
          return pool.query(question);
        };
      },
    });
    const keep = createSnapshotKeeper({ ...scene.database, pool: counted });
    await expect(keep(snapshot)).rejects.toThrow("connection refused");
    await keep(snapshot);
    await keep(snapshot);
    expect(statements).toBe(2);
    expect(await readSnapshot(scene.database, bodySha256)).toEqual(snapshot);
  });

  it("reads a corridor's history between two moments: the asked amount and schedules, newest revision, oldest first", async () => {
    const quotes = [
      buildQuote({ observedAt: "2026-10-31T23:00:00Z" }),
      buildQuote({ observedAt: "2026-11-02T12:00:00Z", amount: "200.00" }),
      buildQuote({ observedAt: "2026-11-01T12:00:00Z", amount: null }),
      buildQuote({ observedAt: "2026-11-01T12:00:00Z", amount: "500" }),
      buildQuote({ observedAt: "2026-11-03T00:00:00Z" }),
    ];
    await visit(0, { quotes });
    const corrected = buildQuote({
      observedAt: "2026-11-02T12:00:00Z",
      amount: "200.00",
      fee: "2",
      fetchedAt: "2026-11-20T12:11:00Z",
    });
    await visit(1, { quotes: [corrected] });

    const range = {
      corridor: beMaKey,
      since: new Date("2026-11-01T00:00:00Z"),
      until: new Date("2026-11-03T00:00:00Z"),
    };

    expect(await readQuotesBetween(scene.database, { ...range, amount: "200" })).toEqual([quotes[2], corrected]);
    expect(await readQuotesBetween(scene.database, { ...range, amount: null })).toHaveLength(3);
  });
});
