import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createSandbox } from "@openremit/sandbox";
import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import type { Mode } from "@openremit/shared/runtime";
import { readOpenIssues, readPauses } from "@openremit/shared/storage";
import nock from "nock";
import { checkSource } from "../../services/standalone/src/commands/source/check-source.ts";
import { type CollectWishes, collectSource } from "../../services/standalone/src/commands/source/collect-source.ts";
import { findSource } from "../../services/standalone/src/commands/source/find-source.ts";
import { listSources } from "../../services/standalone/src/commands/source/list-sources.ts";
import { listPaused, resume } from "../../services/standalone/src/commands/source/pauses.ts";
import { createToolScene, wish } from "../support/source-tool.ts";
import { staircaseNow } from "../support/staircase.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

const catalog = loadCatalog("config");
const wise = findSource(catalog, "wise");
const sandbox = createSandbox({ port: 0, seed: "test", clock: { now: () => staircaseNow } });
const origin = "https://api.wise.com";
let stores: StorageScene;

beforeAll(() => sandbox.start());
afterAll(async () => {
  await sandbox.stop();
  nock.restore();
});
beforeEach(async () => {
  stores = await openStorageScene();
});
afterEach(async () => {
  sandbox.setFault("wise", null);
  nock.cleanAll();
  await stores.close();
});

function sceneOf(mode: Mode, env: Record<string, string> = {}, changed: Catalog = catalog) {
  const { tool, text } = createToolScene({ SANDBOX_URL: sandbox.url, ...env }, changed);
  return { tool: { ...tool, mode }, text };
}

async function collect(mode: Mode, fields: Partial<CollectWishes> = {}, changed: Catalog = catalog) {
  const { tool, text } = sceneOf(mode, { OPENREMIT_CONTACT: "ops@example.org" }, changed);
  const wishes = wish({ corridor: "be-ma", amount: "200", dryRun: false, ...fields });
  return { isGood: await collectSource(findSource(changed, "wise"), wishes, tool, stores), text: text() };
}

describe("a visit by hand", () => {
  it("is recorded like the collector's, and listed", async () => {
    const { isGood, text } = await collect("simulated");
    expect(isGood).toBe(true);
    expect(text).toMatch(/Recorded\.$/);
    expect((await stores.latest.readCorridor("be-ma:EUR-MAD")).map(({ source, amount }) => [source, amount])).toEqual([
      ["wise", "200"],
    ]);
    expect(await countRows(stores.database, "snapshots")).toBe(2);
    const { tool, text: listed } = sceneOf("simulated");
    await listSources(tool, stores.database);
    expect(listed()).toMatch(
      /│ wise +│ direct +│ working +│ no +│ recorded 2026-07-02 +│ allowed 2026-11-23 │ stored 2026-11-23T12:00Z/,
    );
  });

  it("changes nothing where the answer is older than what is known, and says so", async () => {
    await collect("simulated");
    const [said] = await stores.latest.readCorridor("be-ma:EUR-MAD");
    if (said === undefined) throw new Error("wise said nothing");
    const quotes = said.quotes.map((quote) => ({ ...quote, observedAt: "2026-11-23T13:00:00.000Z" }));
    await stores.latest.replace("be-ma:EUR-MAD", [{ ...said, quotes }]);
    const { isGood, text } = await collect("simulated");
    expect(isGood).toBe(false);
    expect(text).toContain("every price is older than what is known");
    expect(await stores.latest.readCorridor("be-ma:EUR-MAD")).toEqual([{ ...said, quotes }]);
  });

  it("stores nothing at all in a dry run", async () => {
    const { text } = await collect("simulated", { dryRun: true });
    expect(text).toMatch(/Dry run: nothing is stored\.$/);
    for (const table of ["runs", "snapshots", "quotes"]) expect(await countRows(stores.database, table)).toBe(0);
    expect(await stores.latest.readAll()).toEqual(new Map());
  });

  it("that is refused pauses the source with one issue, and nobody asks it again before a person resumes it", async () => {
    sandbox.setFault("wise", { kind: "login" });
    const refused = await collect("simulated");
    expect(refused.isGood).toBe(false);
    expect(refused.text).toContain("wise is paused: npm run source -- resume wise ends the pause.");
    expect((await readOpenIssues(stores.database)).map(({ code, count }) => [code, count])).toEqual([["refused", 1]]);
    sandbox.setFault("wise", null);
    await expect(collect("simulated")).rejects.toThrow(/^wise is paused since .*: api\.wise\.com shows a login page\./);
    expect(await countRows(stores.database, "runs")).toBe(1);

    const { tool, text } = sceneOf("simulated");
    await listPaused(tool, stores);
    await resume(wise, tool, stores);
    await resume(wise, tool, stores);
    await listPaused(tool, stores);
    expect(text().split("\n")).toEqual([
      expect.stringMatching(/^wise: paused since .*: api\.wise\.com shows a login page$/),
      "wise is asked again from its next visit on.",
      "wise is not paused.",
      "No source is paused.",
    ]);
    expect((await collect("simulated")).isGood).toBe(true);
  });
});

describe("a visit by hand in real mode", () => {
  it("needs a contact", async () => {
    const { tool } = sceneOf("real");
    await expect(collectSource(wise, wish({ corridor: "be-ma" }), tool, stores)).rejects.toThrow(ConfigError);
  });

  it("may try a source that is not enabled, and obeys robots.txt", async () => {
    nock(origin).get("/robots.txt").reply(200, "User-agent: *\nDisallow: /");
    const asked = nock(origin).post("/v3/quotes").reply(200, "{}");
    const dry = await collect("real", { dryRun: true });
    expect(dry).toMatchObject({ isGood: false, text: expect.stringContaining("robots.txt: disallowed") });
    expect(asked.isDone()).toBe(false);
    expect(await readPauses(stores.database)).toEqual(new Map());
  });

  it("counts for the day like any other", async () => {
    nock(origin).get("/robots.txt").reply(404);
    const asked = nock(origin).post("/v3/quotes").reply(200, "{}");
    const capped = { ...wise.config, limits: { ...wise.config.limits, perDay: 1, perSeconds: 1 } };
    if (!("provider" in capped)) throw new Error("wise is no source of quotes");
    const changed = { ...catalog, quoteSources: new Map([...catalog.quoteSources, ["wise", capped]]) };
    // The tool counts under the prefix that every process shares.
    await stores.redis.del("{openremit}:asked:2026-11-23:wise");
    const { isGood, text } = await collect("real", {}, changed);
    expect(isGood).toBe(false);
    expect(text).toContain("✗ wise was asked 1 times on 2026-11-23, as often as config allows in a day");
    expect(asked.isDone()).toBe(false);
    expect((await readOpenIssues(stores.database)).map(({ code }) => code)).toEqual(["daily_cap_reached"]);
    await stores.redis.del("{openremit}:asked:2026-11-23:wise");
  });
});

describe("a check in real mode", () => {
  const check = async (key: string) => {
    const { tool, text } = sceneOf("real", { OPENREMIT_CONTACT: "ops@example.org" });
    const wishes = { withTests: false, fixtures: `test/fixtures/sources/${key}` };
    return { isGood: await checkSource(findSource(catalog, key), wishes, tool, stores), text: text() };
  };

  it.each([
    [200, "User-agent: *\nDisallow: /admin", "✓ │ robots.txt: allowed", true],
    [404, "", "✓ │ robots.txt: no_robots", true],
    [200, "User-agent: OpenRemit\nDisallow: /", "✗ │ robots.txt: disallowed", false],
    [503, "", "✗ │ robots.txt: unreachable", false],
  ])("says what robots.txt says: %i %j", async (status, body, line, isRight) => {
    nock(origin).get("/robots.txt").reply(status, body);
    const { isGood, text } = await check("wise");
    expect(text).toContain(line);
    expect(isGood).toBe(isRight);
  });

  it("finds a pause, and asks nothing then", async () => {
    const robots = nock(origin).get("/robots.txt").reply(404);
    sandbox.setFault("wise", { kind: "403" });
    await collect("simulated");
    expect((await check("wise")).text).toMatch(/✗ │ paused since .*: api\.wise\.com refuses us with 403/);
    expect(robots.isDone()).toBe(false);
  });
});
