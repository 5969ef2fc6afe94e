import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { offersAnswer } from "@openremit/shared/contracts";
import { collectQueueName, createQueue, openQueueConnection } from "@openremit/shared/queue";
import { readLatest, readPauses, readSnapshot } from "@openremit/shared/storage";
import { quietLogger } from "../support/comparison-scene.ts";
import { englishWords, readableText } from "../support/render-view.ts";
import { allVisits, openStaircase, type Staircase, smallCorridor, staircaseNow } from "../support/staircase.ts";
import { until } from "../support/until.ts";
import { serveWeb } from "../support/web-scene.ts";

let staircase: Staircase;

beforeEach(async () => {
  staircase = await openStaircase();
});
afterEach(async () => {
  await staircase.close();
});

describe("a price walks down the staircase", () => {
  it("from config to the record and the projection, with its receipt", async () => {
    await staircase.collectOnce();
    const entries = await staircase.stores.latest.readCorridor(smallCorridor);
    expect(entries.map(({ source, amount }) => `${source} ${amount}`)).toEqual([
      "western-union 200",
      "western-union 500",
      "wise 200",
      "wise 500",
    ]);
    expect((await readLatest(staircase.stores.database)).get(smallCorridor)).toEqual(entries);
    const quote = entries[2]?.quotes[0];
    expect(quote).toMatchObject({ provider: "wise", feePlacement: "inside", amount: "200", simulated: true });
    const snapshot = await readSnapshot(staircase.stores.database, quote?.receipt.answerSha256 ?? "");
    expect(JSON.parse(snapshot?.body.toString("utf8") ?? "null")).toMatchObject({ sourceCurrency: "EUR" });
  });

  it("up to the page that people read, which shows first what the API ranks first", async () => {
    await staircase.collectOnce();
    const { catalog } = staircase;
    const { comparison, clock, get } = await staircase.startApi();
    const web = await serveWeb({ catalog, comparison, mode: "simulated", clock, logger: quietLogger });

    const page = readableText(await (await fetch(`${web.origin}/en/be-ma?pay=200`)).text());
    web.close();

    const { offers } = offersAnswer.parse(await (await get("/v1/corridors/be-ma/offers?pay=200")).json());
    const moneyOf = (amount: string) => englishWords().money(amount, "MAD").replaceAll(/\s/g, " ");
    expect(offers.length).toBeGreaterThan(3);
    const places = offers.map(({ received }) => page.indexOf(moneyOf(received)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(Math.min(...places)).toBe(places[0]);
  });

  it("reference rates first, so that quotes can be checked against them", async () => {
    await staircase.collectOnce();
    const firstQuotes = staircase.visits.findIndex((visit) => visit.run.kind === "quotes");
    const firstRates = staircase.visits.findIndex((visit) => visit.run.kind === "rates");
    expect(firstRates).toBeLessThan(firstQuotes);
  });
});

describe("a source that answers with what is older than what it said before", () => {
  it("changes nothing, and the visit says why", async () => {
    await staircase.collectOnce();
    const { latest } = staircase.stores;
    const said = (await latest.readCorridor(smallCorridor)).find(({ source }) => source === "wise");
    if (said === undefined) throw new Error("wise said nothing");
    const hourLater = new Date(staircaseNow.getTime() + 3_600_000).toISOString();
    const known = { ...said, quotes: said.quotes.map((quote) => ({ ...quote, observedAt: hourLater })) };
    await latest.replace(smallCorridor, [known]);

    const { run } = await staircase.visitAgain("wise");

    expect(run).toMatchObject({ outcome: "quarantined" });
    expect(run.errorMessage).toContain(`known is ${hourLater}`);
    expect(await latest.readCorridor(smallCorridor)).toContainEqual(known);
  });
});

describe("a source that refuses us", () => {
  it("is paused and not asked again", async () => {
    await staircase.collectOnce();
    staircase.sandbox.setFault("wise", { kind: "403" });
    await staircase.visitAgain("wise");
    await until(async () => (await readPauses(staircase.stores.database)).has("wise"));
    const visits = staircase.visits.length;
    staircase.sandbox.setFault("wise", null);
    const connection = openQueueConnection(staircase.url.redis, "test");
    const queue = createQueue(collectQueueName("wise"), connection, staircase.prefix);
    const { id = "" } = await queue.add("again", {
      schemaVersion: 1,
      source: "wise",
      corridorKeys: [smallCorridor],
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
    await until(async () => (await staircase.stores.latest.readCorridor(smallCorridor)).length === 4);
    const { rows } = await staircase.stores.database.pool.query(
      "select count(*)::integer as quotes, count(distinct quote_id)::integer as ids, max(revision) as revision from quotes",
    );
    const seen = staircase.visits.reduce((sum, visit) => sum + visit.quotes.length, 0);
    expect(rows[0]).toEqual({ quotes: seen, ids: seen, revision: 1 });
  });
});
