import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { NewReport } from "@openremit/shared/contracts";
import { createReaderDesk, openDatabase, recordReport, recordRun } from "@openremit/shared/storage";
import { buildQuote, buildQuotesJob } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

const now = new Date("2026-11-23T12:00:00.000Z");
const quote = buildQuote();
const said = {
  quoteId: quote.quoteId,
  amount: "200",
  fee: "4.9",
  received: "2058.30",
  where: "counter" as const,
  seenOn: "2026-11-23",
  text: "The shop asked more.",
  language: "fr",
} satisfies NewReport;

let scene: StorageScene;
beforeAll(async () => {
  scene = await openStorageScene();
  await recordRun(scene.database, buildQuotesJob({ quotes: [quote] }));
});
afterAll(() => scene.close());

const report = (fields: Partial<NewReport> = {}, at = now) => recordReport(scene.database, { ...said, ...fields }, at);

async function rowOf(reportId: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await scene.database.pool.query("select * from reports where report_id = $1", [reportId]);
  return rows[0];
}

describe("a report of a wrong price", () => {
  it("is kept with the figures as typed, and with whose price it was as the record knows it", async () => {
    const { reportId, receivedAt } = await report();

    expect(receivedAt).toBe(now.toISOString());
    expect(await rowOf(reportId)).toMatchObject({
      quote_id: quote.quoteId,
      quote_revision: 1,
      corridor_key: "be-ma:EUR-MAD",
      provider: quote.provider,
      source: quote.source,
      seen_amount: "200",
      seen_fee: "4.9",
      seen_rate: null,
      seen_received: "2058.30",
      seen_where: "counter",
      text: "The shop asked more.",
      language: "fr",
      status: "received",
    });
  });

  it("is one report however often it is sent on a day, also at once, and another one on the next", async () => {
    const first = await report({ text: "Again and again" });
    const others = await Promise.all(Array.from({ length: 8 }, () => report({ text: "Again and again" })));
    const nextDay = await report({ text: "Again and again" }, new Date("2026-11-24T12:00:00.000Z"));

    expect(new Set(others.map(({ reportId }) => reportId))).toEqual(new Set([first.reportId]));
    expect(nextDay.reportId).not.toBe(first.reportId);
  });

  it("gets one id where eight arrive at once and none was there before", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => report({ text: "All at once" })));

    expect(new Set(answers.map(({ reportId }) => reportId)).size).toBe(1);
  });

  it("about a price that nobody recorded is refused, and nothing is kept", async () => {
    const before = await countRows(scene.database, "reports");

    await expect(recordReport(scene.database, { ...said, quoteId: "0".repeat(32) }, now)).rejects.toMatchObject({
      code: "not_covered",
    });

    expect(await countRows(scene.database, "reports")).toBe(before);
  });

  it.each(["2026-11-25", "2026-09-20"])("of %s is refused: to come, or too long ago", async (seenOn) => {
    await expect(recordReport(scene.database, { ...said, seenOn }, now)).rejects.toMatchObject({ code: "input" });
  });

  it("can be judged and its words taken out, and nothing else of it can change", async () => {
    const { reportId } = await report({ text: "My name is …" });
    const { pool } = scene.database;
    await pool.query("update reports set status = 'rejected', text = null where report_id = $1", [reportId]);

    expect(await rowOf(reportId)).toMatchObject({ status: "rejected", text: null, seen_fee: "4.9" });
    for (const attempt of [
      "update reports set seen_fee = 0",
      "update reports set text = 'other words'",
      "delete from reports",
      "truncate reports cascade",
    ]) {
      await expect(pool.query(attempt)).rejects.toThrow(/append-only/);
    }
    await expect(pool.query("update reports set status = 'lost'")).rejects.toThrow(/check constraint/);
  });

  it("that cannot be kept says so: the server is away", async () => {
    const away = openDatabase("postgresql://127.0.0.1:1/none");
    const desk = createReaderDesk(away, { now: () => now });

    await expect(desk.report(said)).rejects.toMatchObject({ code: "no_fresh_data" });
    await expect(desk.corrections()).rejects.toMatchObject({ code: "no_fresh_data" });

    await away.close();
  });
});

describe("the log of corrections", () => {
  it("is read newest first and never changed", async () => {
    const { pool } = scene.database;
    const insert = `insert into corrections (published_at, corridor_key, provider, quote_id, what, why)
      values ($1, 'be-ma:EUR-MAD', 'wise', $2, $3, 'A reader told us.')`;
    await pool.query(insert, ["2026-11-20T10:00:00Z", null, "The fee was 4.90, not 0."]);
    await pool.query(insert, ["2026-11-22T10:00:00Z", quote.quoteId, "The rate was of the day before."]);

    const corrections = await createReaderDesk(scene.database, { now: () => now }).corrections();

    expect(corrections).toMatchObject([
      { publishedAt: "2026-11-22T10:00:00.000Z", quoteId: quote.quoteId, what: "The rate was of the day before." },
      { publishedAt: "2026-11-20T10:00:00.000Z", quoteId: null, provider: "wise", corridorKey: "be-ma:EUR-MAD" },
    ]);
    await expect(pool.query("delete from corrections")).rejects.toThrow(/append-only/);
  });
});
