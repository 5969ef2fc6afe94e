import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { recordRunJob } from "@openremit/recorder";
import type { NewReport, OffersAnswer, ReceiptAnswer, SourcesAnswer } from "@openremit/shared/contracts";
import { rebuildLatest, recordReport } from "@openremit/shared/storage";
import { createReportsProgram } from "../../services/standalone/src/commands/reports/program.ts";
import { createReportActions } from "../../services/standalone/src/commands/reports/report-actions.ts";
import { createTerminal } from "../../services/standalone/src/terminal.ts";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quoteOf, sceneNow } from "../support/comparison-scene.ts";
import { beMa, buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { until } from "../support/until.ts";

const at = "2026-11-23T11:50:00.000Z";
const wrong = quoteOf({ fee: "0", received: "2162" });
const beside = quoteOf({ payIn: "debit_card", payInCode: "CARD", fee: "3" });
let scene: Awaited<ReturnType<typeof openApiOnServers>>;
const said: string[] = [];
const out = new Writable({
  write(text, _encoding, done) {
    said.push(String(text));
    done();
  },
});
let failsAfterRecording = false;
beforeAll(async () => {
  scene = await openApiOnServers(sceneNow);
  const covers = [{ corridor: beMa, amount: "200" }];
  await scene.record(buildQuotesJob({ run: { source: "wise", fetchedAt: at, covers }, quotes: [wrong, beside] }));
  await scene.record(
    buildRatesJob({ run: { source: "frankfurter" }, rates: [buildRate({ source: "frankfurter", contributors: 5 })] }),
  );
});
afterAll(() => scene.close());

async function typed(...words: string[]): Promise<string> {
  said.length = 0;
  const actions = createReportActions({
    withStores: (_option, work) => work(scene),
    record: async (job, stores) => {
      await recordRunJob(job, stores);
      if (failsAfterRecording) throw new Error("the lights went out");
    },
    clock: scene.clock,
    say: createTerminal(out, () => performance.now()).say,
  });
  const program = createReportsProgram(actions).configureOutput({ writeErr: (text) => void said.push(text) });
  for (const command of program.commands) command.configureOutput({ writeErr: (text) => void said.push(text) });
  await program.parseAsync(["node", "reports", ...words]);
  return said.join("");
}

async function report(fields: Partial<NewReport> = {}): Promise<string> {
  const what = { quoteId: wrong.quoteId, fee: "4.90", where: "counter" as const, seenOn: "2026-11-23", ...fields };
  return (await recordReport(scene.database, what, scene.clock.now())).reportId;
}

const later = () => {
  scene.clock.at = new Date(scene.clock.at.getTime() + 60_000);
};
async function rowOf(quoteId: string) {
  const { offers } = (await (await scene.get("/v1/corridors/be-ma/offers?pay=200")).json()) as OffersAnswer;
  return offers.find((offer) => offer.quoteId === quoteId);
}
const receiptOf = async (quoteId: string) =>
  (await (await scene.get(`/v1/offers/${quoteId}/receipt`)).json()) as ReceiptAnswer;

describe("npm run reports", () => {
  it("lists what waits, and shows one beside the price it is about", async () => {
    const reportId = await report({ amount: "200", text: "They asked more.", language: "fr" });

    expect(await typed("list")).toMatch(
      new RegExp(
        `${reportId.slice(0, 8)} │ received │ 2026-11-23 +│ be-ma:EUR-MAD │ wise .*│ 4.90 .*counter │ They asked more.`,
      ),
    );
    const shown = await typed("show", reportId.slice(0, 8));
    expect(shown).toMatch(/fee +│ 4\.90 +│ 0 /);
    expect(shown).toContain("revision 1 when reported, 1 now");
    expect(shown).toContain("In the reader's words (fr): They asked more.");
  });

  it("confirms or rejects with a reason that stays, and erases words and nothing else", async () => {
    const reportId = await report({ text: "My name is …" });
    await typed("confirm", reportId, "--why", "It was so for an hour.");
    await typed("reject", reportId, "--why", "It was another shop after all.");
    await typed("erase", reportId);

    const shown = await typed("show", reportId);
    expect(shown).toContain(`Report ${reportId}: rejected`);
    expect(shown).toMatch(/confirmed: It was so for an hour\.\n.* rejected: It was another shop after all\./);
    expect(shown).toMatch(/fee +│ 4\.90/);
    expect(shown).not.toContain("My name is");
    await expect(scene.database.pool.query("delete from report_decisions")).rejects.toThrow(/append-only/);
  });

  it("lists the oldest that waits on top, says how many there are, and of all how each was judged", async () => {
    const first = await report({ text: "The first" });
    await scene.database.pool.query(
      `insert into reports (report_id, content_hash, quote_id, quote_revision, corridor_key, provider, source, seen_where,
         seen_on, received_at)
       select gen_random_uuid(), 'flood ' || n, quote_id, 1, corridor_key, provider, source, 'app', seen_on,
         received_at + n * interval '1 millisecond'
       from reports, generate_series(1, 200) n where report_id = $1`,
      [first],
    );
    const lines = (await typed("list")).split("\n").filter((line) => /│ received +│ 2026/.test(line));
    expect(lines).toHaveLength(200);
    expect(lines.join("\n")).toContain(first.slice(0, 8));
    const { rows } = await scene.database.pool.query(
      "select count(*)::integer as waiting from reports where status = 'received'",
    );
    expect(await typed("list")).toContain(`200 of ${rows[0]?.waiting}.`);
    await scene.database.pool.query("update reports set status = 'rejected' where content_hash like 'flood %'");
    expect(await typed("list", "--status", "all")).toMatch(/│ received +│ 2026[\s\S]*│ rejected +│ 2026/);
  });

  it("shows what a reader wrote without letting it drive the terminal, or pass for a line of ours", async () => {
    const reportId = await report({ text: "Wrong\u001b[2J\u009b1A\u202e price\r\nReport 0: rejected" });
    const [listed, shown] = [await typed("list"), await typed("show", reportId)];
    expect([..."\u001b\u009b\u202e\r"].filter((character) => (listed + shown).includes(character))).toEqual([]);
    expect(shown).toContain("Wrong�[2J�1A� price");
    expect(shown).not.toMatch(/^Report 0: rejected/m);
  });

  it("corrects: a new revision with its figures is shown at once, the old one stays, and the log says it", async () => {
    const reportId = await report({ text: "Corrected one" });
    const before = await rowOf(beside.quoteId);
    later();
    const correction = ["correct", reportId, "--fee", "4.90", "--why", "The adapter read a promotion."];
    await expect(typed(...correction)).rejects.toThrow(
      /large change: The fee is 4\.90 EUR and not 0 EUR; .* add --yes/,
    );
    expect((await receiptOf(wrong.quoteId)).revisions).toHaveLength(1);
    const told = await typed(...correction, "--yes");

    expect(told).toContain("Revision 2 of the price is recorded");
    const what =
      "The fee is 4.90 EUR and not 0 EUR; What arrives is not stated but reckoned from fee and rate, and was 2162 MAD (at 200 EUR, seen 2026-11-23).";
    expect(told).toContain(`In the public log: ${what} The adapter read a promotion.`);
    const row = await until(
      () => rowOf(wrong.quoteId),
      (found) => found?.fee === "4.90",
    );
    expect(row).toMatchObject({ received: "2109.03", warnings: [{ code: "corrected" }] });
    expect(await rowOf(beside.quoteId)).toMatchObject({ received: before?.received, observedAt: before?.observedAt });
    const { revisions } = await receiptOf(wrong.quoteId);
    expect(revisions.map(({ revision, quote }) => [revision, quote.fee, quote.received])).toEqual([
      [1, "0", "2162"],
      [2, "4.90", null],
    ]);
    const { rows } = await scene.database.pool.query("select quote_id, provider, what, why from corrections");
    expect(rows).toEqual([{ quote_id: wrong.quoteId, provider: "wise", what, why: "The adapter read a promotion." }]);
    expect(await typed("show", reportId)).toContain("confirmed, revision 2 made: The adapter read a promotion.");
  });

  it("leaves what was shown at a moment before as it was shown", async () => {
    const path = `/v1/corridors/be-ma/offers?pay=200&at=${sceneNow.toISOString()}`;
    const { offers } = (await (await scene.get(path)).json()) as OffersAnswer;
    expect(offers.find((offer) => offer.quoteId === wrong.quoteId)?.fee).toBe("0.00");
  });

  it("is no visit to the source, and lasts when the latest prices are made again", async () => {
    const { sources } = (await (await scene.get("/v1/sources")).json()) as SourcesAnswer;
    expect(sources.find(({ key }) => key === "wise")?.lastRun?.finishedAt).toBe("2026-11-23T11:50:01.000Z");
    await rebuildLatest(scene.database, scene.latest);
    expect(await until(() => rowOf(wrong.quoteId), Boolean)).toMatchObject({ fee: "4.90" });
  });

  it("is refused where nothing would change, and finished where it broke off before the log was written", async () => {
    const reportId = await report({ text: "Once more" });
    later();
    await expect(typed("correct", reportId, "--fee", "4.9", "--why", "Again.")).rejects.toThrow(/nothing would change/);

    failsAfterRecording = true;
    await expect(typed("correct", reportId, "--rate", "10.70", "--why", "Half-way.")).rejects.toThrow(/lights/);
    failsAfterRecording = false;
    later();
    expect(await typed("correct", reportId, "--rate", "10.70", "--why", "Half-way.")).toContain("Revision 3");
    const { rows } = await scene.database.pool.query("select what from corrections where why = 'Half-way.'");
    expect(rows).toHaveLength(1);
    expect((await receiptOf(wrong.quoteId)).revisions).toHaveLength(3);
  });

  it("corrects the history of a price that is shown no longer, and brings nothing back", async () => {
    const next = quoteOf({
      observedAt: "2026-11-23T12:20:00.000Z",
      fetchedAt: "2026-11-23T12:20:00.000Z",
      quoteId: "9".repeat(32),
    });
    await scene.record(buildQuotesJob({ run: { source: "wise", fetchedAt: next.fetchedAt }, quotes: [next] }));
    scene.clock.at = new Date("2026-11-23T12:30:00.000Z");
    const reportId = await report({ quoteId: beside.quoteId });

    expect(await typed("correct", reportId, "--received", "2000", "--why", "A misread digit.")).toContain(
      "The price was no longer shown",
    );
    expect(await rowOf(beside.quoteId)).toBeUndefined();
    expect((await receiptOf(beside.quoteId)).revisions).toHaveLength(2);
  });

  it.each([
    [["show", "12345678"], /There is no report/],
    [["show", "%"], /no id of a report/],
    [["correct", "ID", "--why", "No figure."], /Say what was wrong/],
    [["correct", "ID", "--fee", "4.901", "--why", "A digit more."], /--fee 4\.901: EUR has 2 decimals/],
  ])("%j says what is wrong", async (words, told) => {
    const reportId = await report({ text: "For mistakes" });
    await expect(typed(...words.map((word) => (word === "ID" ? reportId : word)))).rejects.toThrow(told);
  });

  it.each([
    [["correct", "12345678", "--fee", "-1", "--why", "abc"], /A figure such as/],
    [["reject", "12345678"], /--why/],
    [["list", "--status", "new"], /Allowed choices/],
  ])("%j is refused before anything is opened", async (words, told) => {
    await expect(typed(...words)).rejects.toThrow();
    expect(said.join("")).toMatch(told);
  });
});
