import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { SourceLimitedError } from "@openremit/shared/domain";
import nock from "nock";
import { createScene, noon, source } from "./http-scene.ts";

const origin = "https://api.example.org";
const quotes = { method: "GET", url: `${origin}/v1/quotes` } as const;
const day = 24 * 3_600_000;

beforeAll(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  if (!nock.isActive()) nock.activate();
});
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

describe("robots.txt", () => {
  it("stops a request it disallows, before it is sent", async () => {
    nock(origin).get("/robots.txt").reply(200, "User-agent: *\nDisallow: /v1");
    const asked = nock(origin).get("/v1/quotes").reply(200, "{}");
    const { client } = createScene();
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({
      name: "SourceRefusedError",
      details: { robots: true },
    });
    expect(asked.isDone()).toBe(false);
  });

  it.each([
    ["nothing written", "", "/quotes", true],
    ["another path kept", "User-agent: *\nDisallow: /admin", "/quotes", true],
    ["us named and kept out", "User-agent: openremit\nDisallow: /\nUser-agent: *\nAllow: /", "/quotes", false],
    ["us named and let in", "User-agent: *\nDisallow: /\n\nUser-agent: OpenRemit\nAllow: /", "/quotes", true],
    ["the longer rule deciding", "User-agent: *\nDisallow: /v1\nAllow: /v1/quotes", "/v1/quotes?pay=200", true],
    ["a query disallowed", "User-agent: *\nDisallow: /v1?pay=", "/v1?pay=200", false],
    ["a wildcard with an end", "User-agent: *\nDisallow: /*.json$", "/rates.json", false],
    ["a web page in its place", "<!doctype html><p>Disallow: /</p>", "/quotes", true],
  ])("with %s", async (_, text, path, isAllowed) => {
    nock(origin).get("/robots.txt").reply(200, text);
    nock(origin).get(path).reply(200, "{}");
    const asking = createScene().client.fetchAnswer(source, { method: "GET", url: `${origin}${path}` });
    const outcome = await asking.then(() => true).catch((error: Error) => error.name);
    expect(outcome).toBe(isAllowed || "SourceRefusedError");
  });

  it("is read once a day, also for requests at the same time", async () => {
    const read = nock(origin).get("/robots.txt").reply(200, "");
    nock(origin).persist().get("/v1/quotes").reply(200, "{}");
    const { client, wait } = createScene();
    await Promise.all([client.fetchAnswer(source, quotes), client.fetchAnswer(source, quotes)]);
    wait(day - 1);
    await client.fetchAnswer(source, quotes);
    expect(read.isDone()).toBe(true);
    wait(1);
    nock(origin).get("/robots.txt").reply(200, "User-agent: *\nDisallow: /");
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceRefusedError" });
  });

  it.each([404, 410, 403])("allows everything where there is none (%i)", async (status) => {
    nock(origin).get("/robots.txt").reply(status).get("/v1/quotes").reply(200, "{}");
    expect(await createScene().client.fetchAnswer(source, quotes)).toMatchObject({ status: 200 });
  });

  it("forbids everything for now while its server fails, and is read again next time", async () => {
    nock(origin).get("/robots.txt").reply(503).get("/robots.txt").reply(404).get("/v1/quotes").reply(200, "{}");
    const { client } = createScene();
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceHttpError" });
    expect(await client.fetchAnswer(source, quotes)).toMatchObject({ status: 200 });
  });

  it("forbids everything for now while it cannot be reached", async () => {
    nock(origin).get("/robots.txt").replyWithError("no route");
    await expect(createScene().client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceHttpError" });
  });

  it("passes on the wish to slow down", async () => {
    nock(origin).get("/robots.txt").reply(429, "", { "retry-after": "5" });
    await expect(createScene().client.fetchAnswer(source, quotes)).rejects.toMatchObject({
      name: "SourceLimitedError",
      details: { retryAfterMs: 5000 },
    });
  });

  it.each([
    ["allowed", () => nock(origin).get("/robots.txt").reply(200, "User-agent: *\nDisallow: /admin")],
    ["disallowed", () => nock(origin).get("/robots.txt").reply(200, "User-agent: *\nDisallow: /v1")],
    ["no_robots", () => nock(origin).get("/robots.txt").reply(404)],
    ["unreachable", () => nock(origin).get("/robots.txt").reply(500)],
    ["unreachable", () => nock(origin).get("/robots.txt").reply(429)],
  ])("is said to be %s, with when it was read, whatever becomes of the request", async (result, answer) => {
    answer();
    nock(origin).get("/v1/quotes").reply(403).get("/v1/quotes").reply(403);
    const { client, wait } = createScene();
    const heard: unknown[] = [];
    const ask = () => client.fetchAnswer(source, quotes, (finding) => heard.push(finding)).catch(() => null);
    await ask();
    wait(1_000);
    expect(heard).toEqual([{ result, readAt: noon.toISOString() }]);
    if (result === "unreachable") return;
    await ask();
    expect(heard[1]).toEqual(heard[0]);
  });

  it("is not said to have been asked where the day's requests are used up", async () => {
    const usedUp = new SourceLimitedError("used up", { details: { dailyCap: "2026-03-02" } });
    const { client } = createScene({ countRequest: () => Promise.reject(usedUp) });
    const heard: unknown[] = [];
    await expect(client.fetchAnswer(source, quotes, (finding) => heard.push(finding))).rejects.toBe(usedUp);
    expect(heard).toEqual([]);
  });

  it("is followed where it moved to, and holds for the origin that was asked", async () => {
    nock(origin).get("/robots.txt").reply(301, "", { location: "https://www.example.org/robots.txt" });
    nock("https://www.example.org").get("/robots.txt").reply(200, "User-agent: *\nDisallow: /v1");
    await expect(createScene().client.fetchAnswer(source, quotes)).rejects.toMatchObject({
      name: "SourceRefusedError",
    });
  });

  it.each([
    "https://www.example.org:8443/robots.txt",
    "http://api.example.org:22/robots.txt",
    "http://127.0.0.1:6379/robots.txt",
    "https://user:word@www.example.org/robots.txt",
    "ftp://www.example.org/robots.txt",
    "file:///etc/passwd",
  ])("is not followed to %s", async (location) => {
    nock(origin).get("/robots.txt").reply(302, "", { location });
    const elsewhere = nock(/^/).get(/^/).reply(200, "User-agent: *\nAllow: /");
    const { client, snapshots } = createScene();
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceHttpError" });
    expect(snapshots.map(({ request }) => request.url)).toEqual([`${origin}/robots.txt`]);
    expect(elsewhere.isDone()).toBe(false);
  });

  it.each(["http://127.0.0.1/robots.txt", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.1]/"])(
    "is not followed into a network of ours: %s",
    async (location) => {
      // The guard is at the sockets, which are none while nock stands before them.
      const moved = () => {
        nock.restore();
        return "";
      };
      nock(origin).get("/robots.txt").reply(302, moved, { location });
      const asking = createScene().client.fetchAnswer(source, quotes);
      await expect(asking).rejects.toThrow("is not on the public internet");
    },
  );

  it.each([
    ["a rule before", 0, 0, "SourceRefusedError"],
    ["a rule at their end", 500 * 1024 - "Disallow: /v1\n".length, 0, "SourceRefusedError"],
    ["half a rule, which would forbid all", 500 * 1024 - "Disallow: /".length, 0, 200],
    ["a rule behind", 500 * 1024, 5_000_000, 200],
  ])("counts up to its first 500 KB: %s", async (_what, at, more, outcome) => {
    const start = "User-agent: *\n";
    const filler = "#".repeat(Math.max(0, at - start.length - 1));
    const text = `${start}${filler}\n`.slice(0, Math.max(at, start.length));
    nock(origin)
      .get("/robots.txt")
      .reply(200, `${text}Disallow: /v1\n${"# nothing\n".repeat(more / 10)}`);
    nock(origin).get("/v1/quotes").reply(200, "{}");
    const asking = createScene().client.fetchAnswer(source, quotes);
    expect(await asking.then(({ status }) => status).catch((error: Error) => error.name)).toBe(outcome);
  });

  it("forbids everything for now where it moves in circles", async () => {
    nock(origin).persist().get("/robots.txt").reply(302, "", { location: "/robots.txt" });
    const { client, snapshots } = createScene();
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceHttpError" });
    expect(snapshots).toHaveLength(6);
  });
});
