import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { ConfigError, DomainError, SourceShapeError } from "@openremit/shared/domain";
import { secretValues } from "@openremit/shared/http";
import nock from "nock";
import { readJson } from "../../../workers/collector/src/adapters/read-json.ts";
import { createScene, noon, source } from "./http-scene.ts";

const origin = "https://api.example.org";
const quotes = { method: "GET", url: `${origin}/v1/quotes?pay=200` } as const;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

beforeAll(() => nock.disableNetConnect());
beforeEach(() => {
  nock(origin).persist().get("/robots.txt").reply(200, "User-agent: *\nDisallow: /private");
});
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

describe("the outbound client in real mode", () => {
  it("hands back the bytes with the hashes of question and answer and the time", async () => {
    nock(origin).get("/v1/quotes?pay=200").reply(200, '{"fee":1}', { "content-type": "application/json" });
    const { client } = createScene();
    expect(await client.fetchAnswer(source, quotes)).toEqual({
      request: quotes,
      status: 200,
      contentType: "application/json",
      body: Buffer.from('{"fee":1}'),
      bodySha256: "776146208616a8ed85389b97b0c341c82df59d5ecbe470baf452388bb5c1424c",
      requestSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      fetchedAt: noon.toISOString(),
    });
  });

  it("says who it is and how to reach the operator", async () => {
    const asked = nock(origin, { reqheaders: { "user-agent": "OpenRemit/1.2.3 (+ops@example.org)" } })
      .get("/v1/quotes?pay=200")
      .reply(200, "{}");
    await createScene().client.fetchAnswer(source, quotes);
    expect(asked.isDone()).toBe(true);
  });

  it("sends a planned body and headers as they are", async () => {
    const asked = nock(origin, { reqheaders: { "content-type": "application/json", "x-app": "web" } })
      .post("/v1/quotes", '{"pay":"200"}')
      .reply(200, "{}");
    await createScene().client.fetchAnswer(source, {
      method: "POST",
      url: `${origin}/v1/quotes`,
      headers: { "content-type": "application/json", "x-app": "web" },
      body: '{"pay":"200"}',
    });
    expect(asked.isDone()).toBe(true);
  });

  it("does not start without a contact", () => {
    expect(() => createScene({ contact: null })).toThrow(ConfigError);
  });

  it("asks nothing outside of the source's origins", async () => {
    const { client, snapshots } = createScene();
    const elsewhere = { method: "GET", url: "https://api.example.org.evil.test/v1" } as const;
    await expect(client.fetchAnswer(source, elsewhere)).rejects.toThrow(ConfigError);
    await expect(client.fetchAnswer(source, { ...quotes, url: "http://api.example.org/" })).rejects.toThrow(
      ConfigError,
    );
    expect(snapshots).toEqual([]);
  });

  it.each([
    { ...quotes, headers: { "User-Agent": "Mozilla/5.0" } },
    { ...quotes, headers: { host: "evil.test" } },
    { ...quotes, url: "https://user:pass@api.example.org/" },
    { ...quotes, url: "not an address" },
  ])("refuses a plan with a disguise or a password: $url $headers", async (plan) => {
    await expect(createScene().client.fetchAnswer(source, plan)).rejects.toThrow(DomainError);
  });

  it.each([
    [401, "SourceRefusedError"],
    [403, "SourceRefusedError"],
    [451, "SourceRefusedError"],
    [429, "SourceLimitedError"],
    [404, "SourceShapeError"],
    [302, "SourceShapeError"],
    [304, "SourceShapeError"],
    [408, "SourceHttpError"],
    [500, "SourceHttpError"],
    [503, "SourceHttpError"],
  ])("takes status %i for a %s, and keeps the answer as a snapshot", async (status, name) => {
    nock(origin).get("/v1/quotes?pay=200").reply(status, "words", { location: "https://elsewhere.test/" });
    const { client, snapshots } = createScene();
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name, details: { status } });
    expect(snapshots.map((answer) => [answer.request.url, answer.status])).toEqual([
      [`${origin}/robots.txt`, 200],
      [quotes.url, status],
    ]);
  });

  it("hands back a status the adapter knows a meaning for, but never a refusal", async () => {
    nock(origin).get("/v1/quotes?pay=200").reply(422, "route not offered").get("/v1/quotes?pay=200").reply(403);
    const { client } = createScene();
    const plan = { ...quotes, acceptStatuses: [422, 403] };
    expect(await client.fetchAnswer(source, plan)).toMatchObject({ status: 422 });
    await expect(client.fetchAnswer(source, plan)).rejects.toMatchObject({ name: "SourceRefusedError" });
  });

  it.each([{ "cf-mitigated": "challenge" }, { "x-amzn-waf-action": "captcha" }])(
    "takes a captcha for a refusal, also with status 200: %j",
    async (headers) => {
      nock(origin).get("/v1/quotes?pay=200").reply(200, "<html>", headers);
      await expect(createScene().client.fetchAnswer(source, quotes)).rejects.toMatchObject({
        name: "SourceRefusedError",
      });
    },
  );

  it.each([
    ["120", 120_000],
    ["Mon, 02 Mar 2026 12:01:00 GMT", 60_000],
  ])("says how long a source asked to wait: %s", async (header, retryAfterMs) => {
    nock(origin).get("/v1/quotes?pay=200").reply(429, "", { "retry-after": header });
    await expect(createScene().client.fetchAnswer(source, quotes)).rejects.toMatchObject({ details: { retryAfterMs } });
  });

  it("takes a broken connection for a source that does not answer", async () => {
    nock(origin).get("/v1/quotes?pay=200").replyWithError("socket hang up");
    await expect(createScene().client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceHttpError" });
  });

  it("keeps an answer without the tokens in it, named after what is kept", async () => {
    const body =
      '{"token" : "a.b\\"c", "options":[{"pass":"x","rate":"1.5","passport":"y"}], "token":null,"token":"cut sho';
    const kept = '{"token" : "", "options":[{"pass":"","rate":"1.5","passport":"y"}], "token":null,"token":""';
    nock(origin).get("/v1/quotes?pay=200").reply(200, body);
    const { client, snapshots } = createScene();
    const answer = await client.fetchAnswer(source, { ...quotes, secretFields: ["token", "pass"] });
    expect(answer.body.toString()).toBe(body);
    expect(snapshots.at(-1)?.body.toString()).toBe(kept);
    expect([answer.bodySha256, snapshots.at(-1)?.bodySha256]).toEqual([sha256(kept), sha256(kept)]);
  });

  it.each([
    ["letters", "a"],
    ["escaped quotes", '\\"'],
  ])("says of 20 MB of a token without an end that they are no JSON: %s", async (_what, piece) => {
    const body = `{"token":"${piece.repeat(Math.floor(20_900_000 / piece.length))}`;
    nock(origin).get("/v1/quotes?pay=200").reply(200, body);
    const { client, snapshots } = createScene();
    const answer = await client.fetchAnswer(source, { ...quotes, secretFields: ["token"] });
    expect(snapshots.at(-1)?.body.toString()).toBe('{"token":""');
    expect(() => readJson(answer.body.toString())).toThrow(SourceShapeError);
    expect(secretValues(answer.body, ["token"])[0]).toHaveLength(20_900_000);
  });

  it("hides nothing when an answer cannot be kept", async () => {
    nock(origin).get("/v1/quotes?pay=200").reply(200, "{}");
    const { client } = createScene({ saveSnapshot: () => Promise.reject(new Error("disk full")) });
    await expect(client.fetchAnswer(source, quotes)).rejects.toThrow("disk full");
  });
});
