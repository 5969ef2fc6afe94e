import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import type { Answer } from "@openremit/shared/http";
import { findInFixtures } from "../../../../services/standalone/src/commands/source/find-in-fixtures.ts";
import { findSource } from "../../../../services/standalone/src/commands/source/find-source.ts";
import {
  type FixtureToRecord,
  recordFixture,
} from "../../../../services/standalone/src/commands/source/record-fixture.ts";
import { loadManifest } from "../../../../services/standalone/src/replay/load-manifest.ts";
import { corridorOf } from "../../../support/quote-task.ts";
import { loadAnswer } from "../../../support/source-fixture.ts";

const catalog = loadCatalog("config");
const wise = findSource(catalog, "wise");
const visitorToken = "v1s1t0r-t0k3n";
const fetchedAt = "2026-11-23T12:00:00.000Z";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "openremit-fixtures-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function answerOf(body: string, request: Partial<Answer["request"]> = {}): Answer {
  return {
    request: { method: "GET", url: "https://api.wise.com/v3/quotes", ...request },
    status: 200,
    contentType: "application/json",
    body: Buffer.from(body),
    bodySha256: "a".repeat(64),
    requestSha256: "b".repeat(64),
    fetchedAt,
  };
}

const usual = answerOf(loadAnswer("wise/be-ma-200.json").body);

const record = (fields: Partial<FixtureToRecord> = {}) =>
  recordFixture({
    directory,
    source: "wise",
    corridor: corridorOf("be-ma:EUR-MAD"),
    amount: "200",
    shows: "ok",
    simulated: true,
    answers: [answerOf("User-agent: *", { url: "https://api.wise.com/robots.txt" }), usual],
    tokens: [],
    force: false,
    ...fields,
  });

describe("a recorded fixture", () => {
  it("is the bodies and what was asked, robots.txt apart, in the shape that recordings are replayed from", async () => {
    const paths = await record();
    expect(paths.map((path) => path.slice(directory.length + 1))).toEqual([
      "be-ma-mad-200.json",
      "be-ma-mad-200.meta.json",
    ]);
    expect(await readFile(paths[0] ?? "", "utf8")).toBe(usual.body.toString());
    expect(await loadManifest(paths[1] ?? "")).toEqual({
      description: "wise: be-ma in MAD at 200, answered by the sandbox.",
      shows: "ok",
      figures: "invented",
      stripped: [],
      entries: [
        {
          source: "wise",
          task: {
            sendCountry: "BE",
            sendCurrency: "EUR",
            receiveCountry: "MA",
            receiveCurrency: "MAD",
            amount: "200",
          },
          request: { method: "GET", url: "https://api.wise.com/v3/quotes" },
          status: 200,
          contentType: "application/json",
          fetchedAt,
          fetchedAtPrecision: "second",
          file: "be-ma-mad-200.json",
          sha256: "a".repeat(64),
        },
      ],
    });
  });

  it("holds no token, wherever it stood, and says what was left out", async () => {
    const secret = { secretFields: ["session"] };
    await record({
      tokens: [visitorToken],
      answers: [
        answerOf('{"session":"","csrfToken":"c5rf-v4lu3"}', secret),
        answerOf(`{"echo":"${visitorToken}","rate":"10.7"}`, {
          method: "POST",
          url: `https://api.wise.com/v3/quotes?access_token=acc355&v=${visitorToken}`,
          headers: { authorization: `Bearer ${visitorToken}`, cookie: "c00k13=1" },
          body: `{"apiKey":"k3y","visitor":"${visitorToken}","amount":200}`,
        }),
      ],
    });
    const texts = await Promise.all((await readdir(directory)).map((file) => readFile(join(directory, file), "utf8")));
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).not.toMatch(/v1s1t0r|c5rf-v4lu3|acc355|k3y|c00k13/);
    expect(texts.join()).toContain('"amount\\":200');
    expect((await loadManifest(join(directory, "be-ma-mad-200.meta.json"))).stripped).toEqual([
      "a token",
      "the field apiKey",
      "the field csrfToken",
      "the field session",
      "the parameter access_token",
    ]);
  });

  it("is never written over without being told to", async () => {
    await record();
    await expect(record({ answers: [answerOf("{}")] })).rejects.toThrow(ConfigError);
    await expect(record({ answers: [answerOf("{}")] })).rejects.toThrow(
      /be-ma-mad-200\.json is there already.*--force/,
    );
    expect(await readFile(join(directory, "be-ma-mad-200.json"), "utf8")).toBe(usual.body.toString());
    await record({ answers: [answerOf("{}")], force: true });
    expect(await readFile(join(directory, "be-ma-mad-200.json"), "utf8")).toBe("{}");
  });

  it("needs an answer", async () => {
    await expect(record({ answers: [] })).rejects.toThrow("There is no answer to record.");
  });
});

describe("the fixtures of a source, checked", () => {
  const found = () => findInFixtures(wise, directory, catalog);
  const wrongs = async () => (await found()).filter(({ state }) => state === "wrong").map(({ what }) => what);

  it("are right where each reads as what it is said to show", async () => {
    await record();
    await record({ shows: "empty", answers: [{ ...answerOf("{}"), status: 422 }] });
    await record({ shows: "alien", answers: [answerOf("<html>We are back soon</html>")] });
    expect((await found()).map(({ state }) => state)).toEqual(["right", "right", "right", "right"]);
  });

  it("are wrong where one shows something else", async () => {
    await record({ shows: "promotion" });
    await record({ answers: [answerOf('{"options":1}')], corridor: corridorOf("be-sn:EUR-XOF") });
    expect(await wrongs()).toEqual([
      'be-ma-mad-200-promotion.meta.json: said to show "promotion", read as "ok"',
      expect.stringMatching(/^be-sn-xof-200\.meta\.json: ./),
    ]);
  });

  it("are wrong while they hold the source's own text", async () => {
    await record({ simulated: false });
    expect(await wrongs()).toEqual([expect.stringContaining("holds the source's own text")]);
  });

  it("are missing where there is no folder", async () => {
    await rm(directory, { recursive: true });
    expect(await wrongs()).toEqual([`no fixtures in ${directory}: collect with --record makes the first`]);
  });
});
