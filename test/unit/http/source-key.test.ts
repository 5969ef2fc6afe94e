import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { parseSourceKeys } from "@openremit/shared/runtime";
import nock from "nock";
import { allAdapters } from "../../../workers/collector/src/adapters/index.ts";
import { isAsked } from "../../../workers/collector/src/schedule/collect-tasks.ts";
import { newestRates } from "../../support/quote-task.ts";
import { createScene, listenLocally, source } from "./http-scene.ts";

const origin = "https://api.example.org";
const request = { method: "GET", url: `${origin}/rates` } as const;
const variable = "OPENREMIT_KEY_EXAMPLE";
const keyed = { ...source, credential: { variable, header: "X-Key", obtain: "https://example.org/keys" } };
const sourceKeys = parseSourceKeys({ [variable]: "a-key-of-my-own", OPENREMIT_MODE: "real", OPENREMIT_KEY_EMPTY: "" });

beforeAll(() => nock.disableNetConnect());
beforeEach(() => {
  nock(origin, { badheaders: ["x-key"] })
    .persist()
    .get("/robots.txt")
    .reply(200, "User-agent: *\nAllow: /");
});
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

describe("keys to sources", () => {
  it("are read from the variables of that name alone", () => {
    expect([...sourceKeys]).toEqual([[variable, "a-key-of-my-own"]]);
  });

  it("are refused where no header may hold them, without repeating them", () => {
    const read = () => parseSourceKeys({ [variable]: "two\r\nlines" });
    expect(read).toThrow(ConfigError);
    expect(read).not.toThrow(/two/);
  });

  it("go with the source's requests, not with robots.txt, and into nothing that is kept", async () => {
    const asked = nock(origin, { reqheaders: { "x-key": "a-key-of-my-own" } })
      .get("/rates")
      .reply(200, "{}");
    const { client, snapshots } = createScene({ sourceKeys });
    const answer = await client.fetchAnswer(keyed, request);
    expect(asked.isDone()).toBe(true);
    expect(snapshots).toHaveLength(2);
    expect(JSON.stringify([answer, snapshots])).not.toContain("a-key-of-my-own");
  });

  it("stay away from other sources", async () => {
    nock(origin, { badheaders: ["x-key"] })
      .get("/rates")
      .reply(200, "{}");
    const { client } = createScene({ sourceKeys });
    expect((await client.fetchAnswer(source, request)).status).toBe(200);
  });

  it("are missed before the source is asked", async () => {
    const { client } = createScene();
    await expect(client.fetchAnswer(keyed, request)).rejects.toThrow(
      "examplepay answers key holders only. Set OPENREMIT_KEY_EXAMPLE to your own key from https://example.org/keys.",
    );
  });

  it("never reach the sandbox", async () => {
    nock.enableNetConnect("127.0.0.1");
    const seen: unknown[] = [];
    const sandbox = await listenLocally((asked, response) => {
      seen.push(asked.headers["x-key"]);
      response.end("{}");
    });
    const { client } = createScene({ mode: "simulated", sandboxUrl: sandbox.url, sourceKeys });
    await client.fetchAnswer(keyed, request);
    client.close();
    await sandbox.close();
    nock.disableNetConnect();
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });
});

describe("a source that answers key holders only", () => {
  const catalog = loadCatalog("config");
  const sources = [...catalog.rateSources.values()].filter(({ credential }) => credential !== undefined);

  it.each(sources.map((each) => [each.key, each] as const))("%s is left alone without its key", (key, config) => {
    const enabled = { ...config, enabled: true };
    const keys = new Map([[config.credential?.variable ?? "", "a-key-of-my-own"]]);
    expect([isAsked(enabled, "real", new Map()), isAsked(enabled, "real", keys)]).toEqual([false, true]);
    expect([isAsked(config, "real", keys), isAsked(config, "simulated", new Map())]).toEqual([false, true]);
    const planned = allAdapters.rates.get(key)?.plan(newestRates) ?? [];
    const header = config.credential?.header.toLowerCase() ?? "";
    for (const { headers = {} } of planned) {
      expect(Object.keys(headers).map((name) => name.toLowerCase())).not.toContain(header);
    }
  });
});
