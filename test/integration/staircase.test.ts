import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { collectQueueName, createQueue, openQueueConnection } from "@openremit/shared/queue";
import { readLatest, readPauses, readSnapshot, readSourceStates } from "@openremit/shared/storage";
import { openStaircase, type Staircase, until } from "../support/staircase.ts";

const corridor = "be-ma:EUR-MAD";
/** Two publishers, and two sources at two amounts. */
const allVisits = 6;

let staircase: Staircase;

beforeEach(async () => {
  staircase = await openStaircase();
});
afterEach(async () => {
  await staircase.close();
});

async function collectOnce(): Promise<void> {
  await staircase.startRecorder();
  await staircase.startCollector();
  await until(() => staircase.visits.length >= allVisits);
  await until(async () => (await staircase.stores.latest.readCorridor(corridor)).length === 4);
}

/** Asks a source again, as its schedule will. */
async function visitAgain(source: string): Promise<void> {
  const before = staircase.visits.length;
  const connection = openQueueConnection(staircase.url.redis, "test");
  const queue = createQueue(collectQueueName(source), connection, staircase.prefix);
  await queue.add("again", { schemaVersion: 1, source, corridorKeys: [corridor], amounts: ["200"] });
  await until(() => staircase.visits.length > before);
  await queue.close();
  connection.disconnect();
}

const stateOf = async (source: string) => (await readSourceStates(staircase.stores.database)).get(source);

describe("a price walks down the staircase", () => {
  it("from config to the record and the projection, with its receipt", async () => {
    await collectOnce();
    const entries = await staircase.stores.latest.readCorridor(corridor);
    expect(entries.map(({ source, amount }) => `${source} ${amount}`)).toEqual([
      "western-union 200",
      "western-union 500",
      "wise 200",
      "wise 500",
    ]);
    expect((await readLatest(staircase.stores.database)).get(corridor)).toEqual(entries);
    const quote = entries[2]?.quotes[0];
    expect(quote).toMatchObject({ provider: "wise", feePlacement: "inside", amount: "200", simulated: true });
    const snapshot = await readSnapshot(staircase.stores.database, quote?.receipt.answerSha256 ?? "");
    expect(JSON.parse(snapshot?.body.toString("utf8") ?? "null")).toMatchObject({ sourceCurrency: "EUR" });
  });

  it("reference rates first, so that quotes can be checked against them", async () => {
    await collectOnce();
    const firstQuotes = staircase.visits.findIndex((visit) => visit.run.kind === "quotes");
    const firstRates = staircase.visits.findIndex((visit) => visit.run.kind === "rates");
    expect(firstRates).toBeLessThan(firstQuotes);
  });
});

describe("a source that answers garbage", () => {
  it.each([
    ["alien_200", "failed", "source_shape"],
    ["changed_field", "failed", "source_shape"],
    ["truncated", "failed", "source_shape"],
  ] as const)("(%s) changes nothing that was known and shows within the run", async (kind, outcome, errorCode) => {
    await collectOnce();
    const before = await staircase.stores.latest.readCorridor(corridor);
    staircase.sandbox.setFault("wise", { kind });
    await visitAgain("wise");
    const failed = staircase.visits.at(-1);
    expect(failed?.run).toMatchObject({ source: "wise", outcome, errorCode, covers: [] });
    await until(async () => (await stateOf("wise"))?.lastRun?.outcome === outcome);
    expect(await staircase.stores.latest.readCorridor(corridor)).toEqual(before);
  });
});

describe("a source that refuses us", () => {
  it("is paused and not asked again", async () => {
    await collectOnce();
    staircase.sandbox.setFault("wise", { kind: "403" });
    await visitAgain("wise");
    await until(async () => (await readPauses(staircase.stores.database)).has("wise"));
    const visits = staircase.visits.length;
    staircase.sandbox.setFault("wise", null);
    const connection = openQueueConnection(staircase.url.redis, "test");
    const queue = createQueue(collectQueueName("wise"), connection, staircase.prefix);
    const { id = "" } = await queue.add("again", {
      schemaVersion: 1,
      source: "wise",
      corridorKeys: [corridor],
      amounts: ["200"],
    });
    await until(async () => (await queue.getJobState(id)) === "completed");
    expect(staircase.visits).toHaveLength(visits);
    await queue.close();
    connection.disconnect();
  });
});

describe("a recorder that is killed in mid-run", () => {
  it("loses nothing and doubles nothing", async () => {
    const collecting = staircase.startCollector();
    const recorder = await staircase.startRecorder();
    await until(() => staircase.visits.length >= 3);
    await recorder.stop();
    await collecting;
    await until(() => staircase.visits.length >= allVisits);
    await staircase.startRecorder();
    await until(async () => (await staircase.stores.latest.readCorridor(corridor)).length === 4);
    const { rows } = await staircase.stores.database.pool.query(
      "select count(*)::integer as quotes, count(distinct quote_id)::integer as ids, max(revision) as revision from quotes",
    );
    const seen = staircase.visits.reduce((sum, visit) => sum + visit.quotes.length, 0);
    expect(rows[0]).toEqual({ quotes: seen, ids: seen, revision: 1 });
  });
});
