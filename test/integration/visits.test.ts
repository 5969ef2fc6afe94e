import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createRecorder, recordRunJob } from "@openremit/recorder";
import {
  type OffersAnswer,
  offersAnswer,
  type ReceiptAnswer,
  type RecordJob,
  visitAnswer,
} from "@openremit/shared/contracts";
import { createMetrics } from "@openremit/shared/runtime";
import {
  createApiKey,
  decideVisit,
  publishVisits,
  readCorrections,
  readQuotesBetween,
  readSnapshot,
  readVisit,
  rebuildLatest,
} from "@openremit/shared/storage";
import { createVisitsProgram } from "../../services/standalone/src/commands/visits/program.ts";
import { createVisitActions } from "../../services/standalone/src/commands/visits/visit-actions.ts";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quietLogger, quoteOf, sceneNow } from "../support/comparison-scene.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { saidVisit } from "../support/said-visit.ts";
import { until } from "../support/until.ts";

const at = "2026-11-23T11:50:00.000Z";
let scene: Awaited<ReturnType<typeof openApiOnServers>>;
let keyText = "";
let otherKeyText = "";
beforeAll(async () => {
  scene = await openApiOnServers(sceneNow);
  const quotes = [quoteOf(), quoteOf({ payIn: "debit_card", payInCode: "CARD", quoteId: "2".repeat(32) })];
  await scene.record(buildQuotesJob({ run: { source: "wise", fetchedAt: at }, quotes }));
  await scene.record(
    buildRatesJob({ run: { source: "frankfurter" }, rates: [buildRate({ source: "frankfurter", contributors: 5 })] }),
  );
  const wanted = { label: "Maison des migrants", scopes: ["write:observations" as const], expiresAt: null };
  keyText = (await createApiKey(scene.database, wanted, sceneNow)).text;
  otherKeyText = (await createApiKey(scene.database, { ...wanted, label: "Other house" }, sceneNow)).text;
});
afterAll(() => scene.close());

async function enter(fields: Record<string, unknown> = {}, key = keyText) {
  const response = await fetch(`${scene.origin}/v1/observations`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ ...saidVisit, ...fields }),
  });
  expect(response.status).toBe(201);
  return visitAnswer.strict().parse(await response.json());
}

const publish = (record = (job: RecordJob): Promise<unknown> => recordRunJob(job, scene)) => {
  scene.clock.at = new Date(scene.clock.at.getTime() + 1_000);
  return publishVisits({ database: scene.database, simulated: true, now: () => scene.clock.now(), record });
};

async function typed(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const actions = createVisitActions({
    withDatabase: (_option, work) => work(scene.database),
    clock: scene.clock,
    say: (line) => void lines.push(line),
  });
  await createVisitsProgram(actions).parseAsync(["node", "visits", ...words]);
  return lines.join("\n");
}

async function offers(pay = "200"): Promise<OffersAnswer> {
  return offersAnswer.parse(await (await scene.get(`/v1/corridors/be-ma/offers?pay=${pay}`)).json());
}
const ofVisits = ({ offers: ranked, unranked }: OffersAnswer) =>
  [...ranked, ...unranked].filter(({ sourceKind }) => sourceKind === "visit");

describe("a visit to a shop", () => {
  it("waits for its second entry, is shown once somebody else says the same, and has its receipt", async () => {
    const first = await enter();
    expect(first).toMatchObject({ state: "waiting", differing: [], notes: [] });
    expect(await publish()).toEqual({ visits: 0 });

    const second = await enter({ enteredBy: "E2", where: "any branch.", rate: "10.5" });
    expect(second).toMatchObject({ visitId: first.visitId, state: "accepted", differing: [] });
    expect(await publish()).toEqual({ visits: 1 });
    expect(await publish()).toEqual({ visits: 0 });

    const [row] = await until(
      async () => ofVisits(await offers()),
      (rows) => rows.length === 1,
    );
    expect(row).toMatchObject({
      provider: { key: "ria", name: "Ria Money Transfer" },
      payIn: "cash",
      payOut: "cash_pickup",
      source: "visits",
      seenBy: "Maison des migrants",
      observedAt: "2026-11-22T15:30:00.000Z",
      freshness: "fresh",
      received: "2058.00",
      fee: "4.00",
      rate: "10.5",
      derivation: "exact",
      speed: "less_than_one_hour",
      warnings: [],
    });
    const receipt = (await (await scene.get(row?.receipt ?? "")).json()) as ReceiptAnswer;
    expect(receipt).toMatchObject({
      source: { key: "visits", name: "Visits to shops" },
      proof: { url: `urn:uuid:${first.visitId}` },
    });
    const proof = await readSnapshot(scene.database, receipt.proof.answerSha256);
    expect(JSON.parse(String(proof?.body))).toMatchObject({
      seenBy: "Maison des migrants",
      fee: "4",
      where: "Any branch",
    });
    expect(JSON.stringify(receipt) + String(proof?.body)).not.toMatch(/V7|E1|E2/);
  });

  it("says nothing of other amounts: a visit answers its own", async () => {
    expect(ofVisits(await offers("150")).map((row) => row.rank)).toEqual([null]);
  });

  it("stands beside an earlier one of another shop, which does not go with it", async () => {
    const again = { provider: "western-union", fee: "6", received: "2037" };
    await enter(again);
    await enter({ ...again, enteredBy: "E2" });
    await publish();

    const rows = await until(
      async () => ofVisits(await offers()),
      ({ length }) => length === 2,
    );
    expect(rows.map(({ provider }) => provider.key).sort()).toEqual(["ria", "western-union"]);
  });

  it("is ranked for thirty days, listed as old for fourteen, and then gone", async () => {
    const before = scene.clock.at;
    const seen = Date.parse(saidVisit.visitedAt);
    const agedBy = async (days: number) => {
      scene.clock.at = new Date(seen + days * 86_400_000 + 60_000);
      return ofVisits(
        (
          await scene.comparison.offers({
            corridorId: "be-ma",
            pay: "200",
            receive: null,
            filters: { payIn: [], payOut: [], maxDays: null },
            at: null,
          })
        ).answer,
      );
    };
    const states = [await agedBy(29), await agedBy(31), await agedBy(45)].map((rows) =>
      rows.map((row) => [row.freshness, row.rank === null]),
    );
    scene.clock.at = before;

    expect(states).toEqual([
      [
        ["ageing", false],
        ["ageing", false],
      ],
      [
        ["stale", true],
        ["stale", true],
      ],
      [],
    ]);
  });

  it("sent twice is one entry; by the same person it never confirms itself", async () => {
    const mine = { visitor: "V8" };
    const [first, same] = [await enter(mine), await enter(mine)];
    const bettered = await enter({ ...mine, fee: "5" });

    expect(same).toEqual(first);
    expect(bettered).toMatchObject({ visitId: first.visitId, state: "waiting" });
    expect(bettered.entryId).not.toBe(first.entryId);
  });

  it("that differs names the fields and not the figures, and waits; the key of another house is another person", async () => {
    const mine = { visitor: "V9" };
    const first = await enter(mine);
    const other = await enter({ ...mine, fee: "5", received: undefined }, otherKeyText);
    expect(other).toMatchObject({ visitId: first.visitId, state: "differs", differing: ["fee", "received"] });
    expect(await enter(mine, otherKeyText)).toMatchObject({ state: "accepted", differing: [] });
  });

  it("with a slip in what makes it one visit says in which field it is nearly another one that waits", async () => {
    const mine = { visitor: "V13" };
    const first = await enter(mine);
    const slipped = await enter({ ...mine, enteredBy: "E2", amount: "2000" });
    expect(slipped).toMatchObject({ state: "waiting", differing: ["amount"] });
    expect(slipped.visitId).not.toBe(first.visitId);
    const [one, other] = [first.visitId.slice(0, 8), slipped.visitId.slice(0, 8)];
    const listed = await typed("list", "--state", "waiting");
    expect(listed).toMatch(new RegExp(`${one} │ waiting .*as ${other} but for`));
    expect(listed).toMatch(new RegExp(`${other} │ waiting .*as ${one}`));

    expect(await enter({ ...mine, enteredBy: "E3", amount: "2000", payOut: "bank_deposit" })).toMatchObject({
      differing: ["payOut"],
    });
    for (const fields of [{ visitor: "V14" }, { visitor: "V14", amount: "201" }, { enteredBy: "E4", visitor: "V15" }]) {
      expect(await enter({ ...mine, ...fields })).toMatchObject({ state: "waiting", differing: [] });
    }
    expect(await enter({ ...mine, enteredBy: "E2" })).toMatchObject({ visitId: first.visitId, state: "accepted" });
  });

  it("that is far from what is known is held until an operator has looked", async () => {
    const odd = { visitor: "V10", rate: "1.05", received: "205.80" };
    const first = await enter(odd);
    const second = await enter({ ...odd, enteredBy: "E2" });
    expect(second).toMatchObject({ state: "held", notes: ["far_from_reference", "far_from_known_prices"] });
    await publish();
    expect(ofVisits(await offers())).toHaveLength(2);

    const decision = { visitId: first.visitId, entryId: null, now: sceneNow };
    await decideVisit(scene.database, { ...decision, state: "refused", why: "A digit is missing." });
    await expect(decideVisit(scene.database, { ...decision, state: "accepted", why: "" })).rejects.toMatchObject({
      code: "input",
    });
    expect(await enter({ ...odd, enteredBy: "E3" })).toMatchObject({ state: "refused" });
    expect((await readVisit(scene.database, first.visitId))?.entries).toHaveLength(3);
  });

  it("with the fee on top answers the budget of the amount asked about too, by the same fee and rate", async () => {
    const mine = { visitor: "V21", amount: "400", feePlacement: "on_top", fee: "12", received: "4200" };
    await enter(mine);
    await enter({ ...mine, enteredBy: "E2" });
    await publish();
    const rowAt = async (pay: string) => ofVisits(await offers(pay)).find(({ rank }) => rank !== null);

    expect(await until(() => rowAt("412"))).toMatchObject({ derivation: "exact", received: "4200.00" });
    expect(await rowAt("400")).toMatchObject({ derivation: "near_sample", fee: "12.00", received: "4074.00" });
    expect([await rowAt("390"), await rowAt("425")]).toEqual([undefined, undefined]);
  });

  it("is listed with the oldest that waits on top, and the list says how many there are", async () => {
    const oldest = await enter({ visitor: "V40", amount: "250" });
    await scene.database.pool.query(
      `insert into visits (visit_id, identity, corridor_key, provider, amount, visited_at, state, created_at)
       select gen_random_uuid(), 'flood ' || n, corridor_key, provider, amount, visited_at, 'waiting', created_at + n * interval '1 hour'
       from visits, generate_series(1, 200) n where visit_id = $1`,
      [oldest.visitId],
    );
    const listed = await typed("list", "--state", "waiting");
    expect(listed).toContain(oldest.visitId.slice(0, 8));
    expect(listed).toMatch(/\n200 of 20\d\.$/);
  });

  it("is listed for operators and shown with its entries side by side, and accepted by entry", async () => {
    const mine = { visitor: "V20", amount: "300" };
    const first = await enter(mine);
    const other = await enter({ ...mine, enteredBy: "E2", fee: "5" });
    const id = first.visitId.slice(0, 8);

    expect(await typed("list", "--state", "differs")).toMatch(
      new RegExp(`${id} │ differs │ be-ma:EUR-MAD │ ria +│ 300`),
    );
    expect(await typed("show", id)).toMatch(/≠ fee +│ 4 +│ 5 /);
    await expect(typed("accept", id, "--why", "Either.")).rejects.toThrow(/say which one/);
    expect(await typed("accept", id, "--entry", other.entryId.slice(0, 8), "--why", "Seen the slip.")).toContain(
      "accepted",
    );
    await publish();
    const [row] = await until(
      async () => ofVisits(await offers("300")).filter(({ rank }) => rank !== null),
      ({ length }) => length === 1,
    );
    expect(row).toMatchObject({ fee: "5.00", warnings: [{ code: "stated_received_differs" }] });
  });

  it("is taken back where it was false, with the others on show, for good, and with a line in the public log", async () => {
    const false_ = { visitor: "V30", amount: "500", fee: "10", received: "5145" };
    const { visitId } = await enter(false_);
    await enter({ ...false_, enteredBy: "E2" });
    const beside = { ...false_, visitor: "V31", provider: "moneygram" };
    await enter(beside);
    await enter({ ...beside, enteredBy: "E2" });
    await publish();
    const shown = async () => ofVisits(await offers("500")).filter(({ rank }) => rank !== null);
    const [row] = (await until(shown, ({ length }) => length === 2)).filter(({ provider }) => provider.key === "ria");
    const before = scene.clock.at;

    expect(await typed("refuse", visitId, "--why", "Nobody went.")).toContain("takes its price back within seconds");
    expect(await publish()).toEqual({ visits: 1 });
    expect(await publish()).toEqual({ visits: 0 });
    const staying = ["moneygram"];
    const keys = async () => (await shown()).map(({ provider }) => provider.key);
    expect(await until(keys, ({ length }) => length === 1)).toEqual(staying);
    await rebuildLatest(scene.database, scene.latest);
    expect(await until(keys, ({ length }) => length === 1)).toEqual(staying);

    expect((await readCorrections(scene.database)).map(({ quoteId, what, why }) => ({ quoteId, what, why }))).toEqual([
      {
        quoteId: row?.quoteId,
        what: "A visit to the shop is taken back: a fee of 10 EUR, a rate of 10.5, 5145 MAD that arrive (at 500 EUR, seen 2026-11-22).",
        why: "Nobody went.",
      },
    ]);
    const { revisions } = (await (await scene.get(row?.receipt ?? "")).json()) as ReceiptAnswer;
    expect(revisions.map(({ quote }) => quote.flags)).toEqual([[], ["withdrawn"]]);
    const path = `/v1/corridors/be-ma/offers?pay=500&at=${before.toISOString()}`;
    const then = ofVisits((await (await scene.get(path)).json()) as OffersAnswer);
    expect(then.filter(({ rank }) => rank !== null)).toHaveLength(2);
    const since = new Date("2026-11-22T00:00:00Z");
    const told = { corridor: "be-ma:EUR-MAD", amount: "500", since, until: scene.clock.at };
    expect((await readQuotesBetween(scene.database, told)).map(({ provider }) => provider)).toEqual(staying);

    expect(await enter({ ...false_, enteredBy: "E3" })).toMatchObject({ state: "refused" });
    await expect(typed("refuse", visitId, "--why", "Once more.")).rejects.toThrow(/is refused already/);
  });

  it("refused before it was shown is not shown, and the public log is silent", async () => {
    const mine = { visitor: "V32", amount: "600", fee: "10", received: "6195" };
    const { visitId } = await enter(mine);
    await enter({ ...mine, enteredBy: "E2" });
    await typed("refuse", visitId, "--why", "A slip in the fee.");
    await publish();
    expect(ofVisits(await offers("600")).filter(({ rank }) => rank !== null)).toEqual([]);
    expect((await readCorrections(scene.database)).map(({ why }) => why)).not.toContain("A slip in the fee.");
  });

  it("that cannot be published keeps no other amount back", async () => {
    for (const amount of ["700", "800"]) {
      await enter({ visitor: "V33", amount, received: undefined });
      await enter({ visitor: "V33", amount, received: undefined, enteredBy: "E2" });
    }
    const recordOthers = async (job: RecordJob) => {
      if (job.run.covers.some(({ amount }) => amount === "700")) throw new Error("a slip of ours");
      await recordRunJob(job, scene);
    };
    await expect(publish(recordOthers)).rejects.toThrow("visits could not be recorded");
    const isShown = async (pay: string) => ofVisits(await offers(pay)).some(({ rank }) => rank !== null);
    expect(await until(() => isShown("800"))).toBe(true);
    expect(await isShown("700")).toBe(false);

    await publish();
    expect(await until(() => isShown("700"))).toBe(true);
  });

  it("entered by two people at once is settled once", async () => {
    const answers = await Promise.all(
      ["E1", "E2", "E3", "E4"].map((enteredBy) => enter({ visitor: "V11", enteredBy })),
    );
    expect(new Set(answers.map(({ visitId }) => visitId)).size).toBe(1);
    expect(answers.map(({ state }) => state).sort()).toEqual(["accepted", "accepted", "accepted", "waiting"]);
  });

  it("is published by the recorder, by itself", async () => {
    const recorder = createRecorder({
      mode: "simulated",
      databaseUrl: scene.databaseUrl,
      redisUrl: scene.redisUrl,
      prefix: scene.prefix,
      logger: quietLogger,
      clock: scene.clock,
      metrics: createMetrics(),
    });
    scene.clock.at = new Date(scene.clock.at.getTime() + 1_000);
    const mine = { visitor: "V12", provider: "moneygram" };
    await enter(mine);
    await enter({ ...mine, enteredBy: "E2" });
    await recorder.start();
    const rows = await until(
      async () => ofVisits(await offers()),
      (found) => found.some(({ provider }) => provider.key === "moneygram"),
    );
    await recorder.stop();

    expect(rows).toHaveLength(3);
  });

  it("leaves evidence that nobody changes", async () => {
    for (const attempt of [
      "update visit_entries set label = 'x'",
      "delete from visits",
      "truncate visit_decisions",
      "update visits set state = 'waiting', accepted_entry = null where state = 'accepted'",
      "update visits set state = 'waiting' where state = 'refused'",
    ]) {
      await expect(scene.database.pool.query(attempt)).rejects.toThrow(/refused/);
    }
  });
});
