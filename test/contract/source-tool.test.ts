import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createSandbox } from "@openremit/sandbox";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { findInAnswerTests } from "../../services/standalone/src/commands/source/answer-tests.ts";
import { checkSource } from "../../services/standalone/src/commands/source/check-source.ts";
import { type CollectWishes, collectSource } from "../../services/standalone/src/commands/source/collect-source.ts";
import { findInFixtures } from "../../services/standalone/src/commands/source/find-in-fixtures.ts";
import { findSource } from "../../services/standalone/src/commands/source/find-source.ts";
import { listSources } from "../../services/standalone/src/commands/source/list-sources.ts";
import { createToolScene, wish } from "../support/source-tool.ts";
import { staircaseNow } from "../support/staircase.ts";

const catalog = loadCatalog("config");
const sandbox = createSandbox({ port: 0, seed: "test", clock: { now: () => staircaseNow } });
beforeAll(() => sandbox.start());
afterAll(() => sandbox.stop());
afterEach(() => {
  sandbox.setFault("wise", null);
});

async function collect(key: string, fields: Partial<CollectWishes> = {}) {
  const { tool, text } = createToolScene({ SANDBOX_URL: sandbox.url }, catalog);
  const isGood = await collectSource(findSource(catalog, key), wish(fields), tool, null);
  return { isGood, text: text() };
}

describe("a dry run", () => {
  it("shows the question, the answers with their hashes, the offers and every check", async () => {
    const { isGood, text } = await collect("wise", { corridor: "be-ma", amount: "200" });
    expect(isGood).toBe(true);
    expect(text).toMatch(/^Wise .* \(sandbox\), be-ma in MAD at 200\n/);
    expect(text).toMatch(/│ robots │ GET +│ https:\/\/api\.wise\.com\/robots\.txt/);
    expect(text).toMatch(
      /│ 1 +│ POST +│ https:\/\/api\.wise\.com\/v3\/quotes +│ 200 +│ application\/json │ \d+ +│ [0-9a-f]{12} │/,
    );
    expect(text).toMatch(/│ wise +│ bank_transfer +│ bank_deposit │ 200 /);
    for (const rule of ["asked for", "not future", "not expired", "enough quotes", "plausible rate"]) {
      expect(text).toContain(`│ ✓ │ ${rule}`);
    }
    expect(text).toContain("robots.txt: allowed\nOutcome: good, to be stored");
    expect(text).toContain("no price was held against one");
    expect(text).toMatch(/Dry run: nothing is stored\.$/);
  });

  it("starts a sandbox of its own where none is named", async () => {
    const { tool, text } = createToolScene({}, catalog);
    expect(await collectSource(findSource(catalog, "wise"), wish({ corridor: "be-ma" }), tool, null)).toBe(true);
    expect(text()).toContain("bank_transfer");
  });

  it("shows the rates of a rate source, the newest of many", async () => {
    const { isGood, text } = await collect("ecb");
    expect(isGood).toBe(true);
    expect(text).toMatch(/Rates: the newest 40 of \d{3}\n/);
    expect(text).toMatch(/│ EUR +│ USD +│ [\d.]+ +│ 2026-11-2\d │/);
  });

  it.each([
    ["alien_200", "✗ the answer is not JSON", "--record keeps it."],
    ["captcha", "✗ api.wise.com shows a captcha", "Stop asking"],
    ["login_redirect", "✗ api.wise.com redirects to a login page", "Stop asking"],
    ["500", "✗ api.wise.com answered 500", "Try again later."],
  ] as const)(
    "that meets %s shows the answer all the same, what is wrong and what to do",
    async (kind, line, advice) => {
      sandbox.setFault("wise", { kind });
      const { isGood, text } = await collect("wise", { corridor: "be-ma" });
      expect(isGood).toBe(false);
      expect(text).toContain(line);
      expect(text).toContain(advice);
      expect(text).toMatch(/│ 1 +│ POST/);
      expect(text).toContain("Outcome: failed");
    },
  );

  it("shows the offers of a run that a rule sets aside, and which rule", async () => {
    const strict = catalog.quoteSources.get("wise");
    if (strict === undefined) throw new Error("wise is gone");
    const demanding = { ...strict, expectations: { ...strict.expectations, minimumQuotes: 99 } };
    const changed = { ...catalog, quoteSources: new Map([...catalog.quoteSources, ["wise", demanding]]) };
    const { tool, text } = createToolScene({ SANDBOX_URL: sandbox.url }, changed);
    const isGood = await collectSource(findSource(changed, "wise"), wish({ corridor: "be-ma" }), tool, null);
    expect(isGood).toBe(false);
    expect(text()).toMatch(/│ ✗ │ enough quotes +│ \d+ quotes where at least 99 are expected/);
    expect(text()).toContain("bank_transfer");
    expect(text()).toContain("Outcome: set aside whole by the checks");
  });

  it("asks nothing of a closed source", async () => {
    await expect(collect("moneytrans")).rejects.toThrow(ConfigError);
    await expect(collect("moneytrans")).rejects.toThrow(
      /^moneytrans is closed since 2026-07-06: .* It is not asked\.$/,
    );
  });
});

describe("--record", () => {
  it("keeps a visit of several steps without the visitor's token, and reads it back", async () => {
    const directory = await mkdtemp(join(tmpdir(), "openremit-tool-"));
    try {
      const session = await (await fetch(`${sandbox.url}/ria/Authorization/session`)).text();
      const token = /"jwtToken":"([^"]{8,})"/.exec(session)?.[1];
      const { text } = await collect("ria", { corridor: "be-ma", amount: "150", record: directory });
      expect(text).toContain(`Saved ${join(directory, "be-ma-mad-150.meta.json")}`);
      const files = await readdir(directory);
      const texts = await Promise.all(files.map((file) => readFile(join(directory, file), "utf8")));
      expect(texts.length).toBeGreaterThan(3);
      expect(token).toBeDefined();
      for (const kept of texts) expect(kept).not.toContain(token);
      const findings = await findInFixtures(findSource(catalog, "ria"), directory, catalog);
      expect(findings.map(({ what }) => what)).toContainEqual(expect.stringContaining("be-ma-mad-150.meta.json"));
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe("check", () => {
  async function check(key: string, changed = catalog) {
    const { tool, text } = createToolScene({}, changed);
    const wishes = { withTests: false, fixtures: `test/fixtures/sources/${key}` };
    return { isGood: await checkSource(findSource(changed, key), wishes, tool, null), text: text() };
  }

  it.each([...catalog.quoteSources.keys(), ...catalog.rateSources.keys()])(
    "finds nothing wrong with %s",
    async (key) => {
      expect(await check(key)).toMatchObject({ isGood: true });
    },
  );

  it("shows the plan, and what is left to do before it can be enabled", async () => {
    const { text } = await check("remitly");
    expect(text).toContain("The plan of be-bf in XOF at 200");
    expect(text).toContain("https://api.remitly.io/v3/calculator/estimate?conduit=BEL");
    expect(text).toContain("│ ✓ │ proved by a recorded answer of 2026-07-02");
    expect(text).toContain("│ … │ terms: nobody has read them");
    expect(text).toContain('│ … │ not enabled: write "enabled": true');
    expect(text).toMatch(/Nothing is wrong\.$/);
    expect((await check("tcmb")).text).toContain("│ … │ key: set OPENREMIT_KEY_TCMB to your own");
    expect((await check("lemfi")).text).toContain("│ … │ proved by a reconstructed answer only");
  });

  it("finds an adapter that is not there, a stranger among the origins and a scope that is not the adapter's", async () => {
    const wise = catalog.quoteSources.get("wise");
    if (wise === undefined) throw new Error("wise is gone");
    const checkAs = (fields: Partial<typeof wise>) =>
      check("wise", { ...catalog, quoteSources: new Map([...catalog.quoteSources, ["wise", { ...wise, ...fields }]]) });
    const missing = await checkAs({ adapter: "wiser" });
    expect(missing.isGood).toBe(false);
    expect(missing.text).toContain('✗ │ adapter: the source "wise" has no adapter "wiser"');
    const strange = await checkAs({ origins: ["https://example.org"] });
    expect(strange.text).toContain("✗ │ adapter: plans to ask https://api.wise.com");
    const scopeless = await checkAs({ schedule: { ...wise.schedule, scope: "all" } });
    expect(scopeless.text).toContain('✗ │ "schedule.scope" says "all", and its adapter "amount"');
    expect(scopeless.text).toMatch(/Wrong: 1\.$/);
  });
});

describe("the tests that read a source's fixtures", () => {
  it("are run, and those of other sources are not", async () => {
    const [own, common] = await findInAnswerTests("wise");
    expect(own).toMatchObject({
      state: "right",
      what: expect.stringMatching(/^test\/adapters\/wise\.test\.ts: \d+ pass$/),
    });
    expect(common).toMatchObject({
      state: "right",
      what: expect.stringMatching(/^the tests every adapter.*: 10 pass$/),
    });
  });

  it("are missed where there are none", async () => {
    expect(await findInAnswerTests("nobody")).toEqual([
      { state: "wrong", what: "no test/adapters/nobody.test.ts: write what is special about its answers" },
    ]);
  });
});

describe("list", () => {
  it("names every source from config alone, and says that it does", async () => {
    const { tool, text } = createToolScene({}, catalog);
    await listSources(tool, null);
    expect(text()).toContain("From config alone: nothing is known of visits, pauses and keys.");
    for (const key of [...catalog.quoteSources.keys(), ...catalog.rateSources.keys()])
      expect(text()).toContain(`│ ${key} `);
    expect(text()).toMatch(/│ moneytrans +│ direct +│ closed /);
    expect(text()).not.toContain("never_run");
  });
});
