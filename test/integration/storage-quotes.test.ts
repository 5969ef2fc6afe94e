import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { DomainError } from "@openremit/shared/domain";
import { readLatest, readQuoteRevisions, readRun, recordRun } from "@openremit/shared/storage";
import { beMa, beMaKey, buildQuote, buildQuotesJob, buildRate } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

describe("the record of quotes", () => {
  let scene: StorageScene;
  beforeEach(async () => {
    scene = await openStorageScene();
  });
  afterEach(() => scene.close());

  it("gives back what was recorded, all digits, as the latest of its source, corridor and amount", async () => {
    const digits = "123456789012345678901234567890.0123456789";
    const quote = buildQuote({ received: digits, rate: "10.81000" });
    const job = buildQuotesJob({ quotes: [quote] });

    const recorded = await recordRun(scene.database, job);

    const fetchedAt = "2026-11-20T12:00:00.000Z";
    const entries = new Map([
      [beMaKey, [{ source: "acme", amount: "200", runId: job.run.runId, fetchedAt, quotes: [quote] }]],
    ]);
    expect(recorded).toEqual({ entries, rates: [], inserted: 1, revised: 0, unchanged: 0 });
    expect(await readLatest(scene.database)).toEqual(entries);
    expect((await readQuoteRevisions(scene.database, quote.quoteId)).map((each) => each.quote)).toEqual([quote]);
    const { rows } = await scene.database.pool.query("select received::text, rate::text from quotes");
    expect(rows).toEqual([{ received: digits, rate: "10.81000" }]);
  });

  it("adds nothing for a known id with the same value, and keeps the observation that came first", async () => {
    const quote = buildQuote();
    await recordRun(scene.database, buildQuotesJob({ quotes: [quote] }));
    const again = buildQuotesJob({
      run: { fetchedAt: "2026-11-20T13:00:00.000Z" },
      quotes: [buildQuote({ fetchedAt: "2026-11-20T13:00:00Z" })],
    });

    const recorded = await recordRun(scene.database, again);

    expect(recorded).toMatchObject({ inserted: 0, revised: 0, unchanged: 1 });
    expect(recorded.entries.get(beMaKey)).toEqual([
      { source: "acme", amount: "200", runId: again.run.runId, fetchedAt: "2026-11-20T13:00:00.000Z", quotes: [quote] },
    ]);
    expect(await readLatest(scene.database)).toEqual(recorded.entries);
    expect(await countRows(scene.database, "quotes")).toBe(1);
  });

  it("adds a revision for a known id with a new value, and remembers which one each visit saw", async () => {
    const first = buildQuote({ fee: "1.50" });
    const second = buildQuote({ fee: "1.99", fetchedAt: "2026-11-20T13:00:00Z" });
    await recordRun(scene.database, buildQuotesJob({ quotes: [first] }));

    const recorded = await recordRun(
      scene.database,
      buildQuotesJob({ run: { fetchedAt: "2026-11-20T13:00:00.000Z" }, quotes: [second] }),
    );

    expect(recorded).toMatchObject({ inserted: 0, revised: 1, unchanged: 0 });
    const revisions = await readQuoteRevisions(scene.database, first.quoteId);
    expect(revisions.map(({ revision, quote }) => [revision, quote])).toEqual([
      [2, second],
      [1, first],
    ]);
    const before = await readLatest(scene.database, { at: new Date("2026-11-20T12:30:00Z") });
    expect(before.get(beMaKey)?.[0]?.quotes).toEqual([first]);
    const now = await readLatest(scene.database);
    expect(now.get(beMaKey)?.[0]?.quotes).toEqual([second]);
  });

  it("changes nothing when the same run is delivered again, and says again what the run left", async () => {
    const job = buildQuotesJob({
      quotes: [buildQuote(), buildQuote({ payOut: "cash_pickup" })],
      issues: [{ source: "acme", code: "unknown_pay_in", subject: "CRYPTO", detail: "a code nobody knows" }],
    });
    const first = await recordRun(scene.database, job);
    await recordRun(
      scene.database,
      buildQuotesJob({ run: { fetchedAt: "2026-11-20T12:05:00.000Z" }, quotes: [buildQuote({ fee: "9.99" })] }),
    );

    const again = await recordRun(scene.database, job);

    expect(again.entries).toEqual(first.entries);
    expect(again).toMatchObject({ inserted: 0, revised: 0, unchanged: 2 });
    expect(await countRows(scene.database, "runs")).toBe(2);
    expect(await countRows(scene.database, "quotes")).toBe(3);
    expect(await countRows(scene.database, "run_coverages")).toBe(2);
    const { rows } = await scene.database.pool.query("select count from source_issues");
    expect(rows).toEqual([{ count: 1 }]);
  });

  it("records eight deliveries of one run at once as one run", async () => {
    const job = buildQuotesJob({ quotes: [buildQuote()] });

    const deliveries = await Promise.all(Array.from({ length: 8 }, () => recordRun(scene.database, job)));

    expect(new Set(deliveries.map((recorded) => JSON.stringify([...recorded.entries])))).toHaveProperty("size", 1);
    expect(deliveries.reduce((sum, recorded) => sum + recorded.inserted, 0)).toBe(1);
    expect(await countRows(scene.database, "quotes")).toBe(1);
  });

  it("gives each of several values that runs bring for one id at the same time a revision of its own", async () => {
    const jobs = ["1", "2", "3", "4", "5", "6"].map((fee) =>
      buildQuotesJob({ run: { fetchedAt: `2026-11-20T12:00:0${fee}.000Z` }, quotes: [buildQuote({ fee })] }),
    );

    await Promise.all(jobs.map((job) => recordRun(scene.database, job)));

    const [quote] = jobs[0]?.quotes ?? [];
    const revisions = await readQuoteRevisions(scene.database, quote?.quoteId ?? "");
    expect(revisions.map((row) => row.revision).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(revisions.map((row) => row.quote.fee).sort()).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("stores a visit that was fetched before the one that is known, and lets the newer one stay the latest", async () => {
    const newer = buildQuotesJob({
      run: { fetchedAt: "2026-11-20T12:00:00.000Z" },
      quotes: [buildQuote({ observedAt: "2026-11-20T12:00:00Z" })],
    });
    const older = buildQuotesJob({
      run: { fetchedAt: "2026-07-02T13:00:00.000Z" },
      quotes: [buildQuote({ observedAt: "2026-07-02T13:00:00Z", fee: "3.99" })],
    });
    await recordRun(scene.database, newer);

    await recordRun(scene.database, older);

    const latest = await readLatest(scene.database);
    expect(latest.get(beMaKey)?.map((entry) => entry.runId)).toEqual([newer.run.runId]);
    const then = await readLatest(scene.database, { at: new Date("2026-07-02T13:00:00Z"), corridorKey: beMaKey });
    expect(then.get(beMaKey)?.[0]?.quotes).toEqual(older.quotes);
    expect(await readLatest(scene.database, { at: new Date("2026-07-02T12:59:59Z") })).toEqual(new Map());
  });

  it("leaves what was known untouched by a failed and by a quarantined run, and records both", async () => {
    const good = buildQuotesJob({ quotes: [buildQuote()] });
    await recordRun(scene.database, good);
    const failed = buildQuotesJob({
      run: { outcome: "failed", fetchedAt: null, errorCode: "source_http", errorMessage: "no\u0000answer" },
    });
    const quarantined = buildQuotesJob({
      run: { outcome: "quarantined", fetchedAt: "2026-11-20T13:00:00.000Z", errorCode: "expectation" },
      quotes: [buildQuote({ rate: "99" })],
    });

    const recorded = [await recordRun(scene.database, failed), await recordRun(scene.database, quarantined)];

    expect(recorded.map(({ entries, inserted }) => [entries.size, inserted])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect((await readLatest(scene.database)).get(beMaKey)?.map((entry) => entry.runId)).toEqual([good.run.runId]);
    expect(await readRun(scene.database, failed.run.runId)).toMatchObject({ outcome: "failed", fetchedAt: null });
    expect(await countRows(scene.database, "quotes")).toBe(1);
  });

  it("takes an empty visit as the answer that there is nothing", async () => {
    await recordRun(scene.database, buildQuotesJob({ quotes: [buildQuote()] }));

    await recordRun(scene.database, buildQuotesJob({ run: { fetchedAt: "2026-11-20T12:30:00.000Z" } }));

    expect((await readLatest(scene.database)).get(beMaKey)?.map((entry) => entry.quotes)).toEqual([[]]);
  });

  it("puts each quote under the coverage of its amount, else under every amount", async () => {
    const sampled = buildQuote({ amount: "200.00" });
    const schedule = buildQuote({ amount: null, provider: "bolt" });
    const covers = [
      { corridor: beMa, amount: "200" },
      { corridor: beMa, amount: null },
    ];

    const { entries } = await recordRun(
      scene.database,
      buildQuotesJob({ run: { covers }, quotes: [schedule, sampled] }),
    );

    expect(entries.get(beMaKey)?.map(({ amount, quotes }) => [amount, quotes])).toEqual([
      ["200", [sampled]],
      [null, [schedule]],
    ]);
    expect((await readLatest(scene.database)).get(beMaKey)).toHaveLength(2);
  });

  it.each([
    ["an observation of another source", { quotes: [buildQuote({ source: "bolt" })] }],
    ["real prices in a simulated run", { quotes: [buildQuote({ simulated: false })] }],
    ["one id with two values", { quotes: [buildQuote(), buildQuote({ fee: "2" })] }],
    ["rates", { rates: [buildRate({ source: "acme" })] }],
    ["a success without a time", { run: { fetchedAt: null }, quotes: [buildQuote()] }],
  ])("refuses a run of quotes that holds %s, whole", async (_, fields) => {
    const job = { ...buildQuotesJob(fields), rates: "rates" in fields ? [...fields.rates] : [] };

    await expect(recordRun(scene.database, job)).rejects.toBeInstanceOf(DomainError);

    expect(await countRows(scene.database, "runs")).toBe(0);
  });

  it("refuses, as useless to try again, what PostgreSQL cannot hold", async () => {
    const quote = buildQuote({ provider: "ac\u0000me" });

    await expect(recordRun(scene.database, buildQuotesJob({ quotes: [quote] }))).rejects.toMatchObject({
      code: "domain",
      retryable: false,
    });
  });
});
