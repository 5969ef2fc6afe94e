import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { noFilters } from "@openremit/shared/comparison";
import type { OffersAnswer } from "@openremit/shared/contracts";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { quoteOf, sceneNow } from "../support/comparison-scene.ts";
import { until } from "../support/until.ts";

const offers = "/v1/corridors/be-ma/offers?pay=200";
const ownFields = ["x-request-id", "ratelimit", "date", "connection", "keep-alive"];
const manyOffers = (["bank_transfer", "debit_card", "credit_card", "cash"] as const).map((payIn) => quoteOf({ payIn }));

let scene: ApiScene;
beforeEach(async () => {
  scene = await openApiScene(manyOffers);
});
afterEach(() => scene.close());

async function ask(path = offers, headers: Record<string, string> = {}) {
  const response = await scene.get(path, headers);
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

/** The third answer comes out of the cache: the second one put it there. */
async function askThrice(path = offers, headers: Record<string, string> = {}) {
  const first = await ask(path, headers);
  await ask(path, headers);
  return { first, third: await ask(path, headers) };
}

const shared = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ownFields.includes(name)));

describe("the response cache", () => {
  it("answers with the same bytes and every header of the first answer, and counts it", async () => {
    const { first, third } = await askThrice();
    expect(third.text).toBe(first.text);
    expect(shared(third.headers)).toEqual(shared(first.headers));
    expect(third.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
    expect(third.headers["content-security-policy"]).toBe("default-src 'none';frame-ancestors 'none'");
    expect(third.headers.ratelimit).toMatch(/^"reading";r=99997;t=\d+$/);
    const metrics = (await ask("/metrics")).text;
    expect(metrics).toContain(
      'openremit_http_requests_total{route="/v1/corridors/{id}/offers",method="GET",status="200",cache="hit"} 1',
    );
    const ofAnswers = metrics
      .split("\n")
      .filter((line) => !line.startsWith("openremit_corridor_visit_timestamp_seconds{"));
    expect(ofAnswers.join("\n")).not.toContain("be-ma");
  });

  it("takes parameters in any order for the same question", async () => {
    await askThrice("/v1/corridors/be-ma/offers?pay=200&maxDays=2");
    await ask("/v1/corridors/be-ma/offers?maxDays=2&pay=200");
    expect((await ask("/metrics")).text).toContain('cache="hit"} 2');
  });

  it("keeps each encoding apart and announces what it depends on", async () => {
    const plain = await askThrice(offers, { "accept-encoding": "identity" });
    const gzip = await askThrice(offers, { "accept-encoding": "gzip" });
    const brotli = await askThrice(offers, { "accept-encoding": "gzip, br" });
    const refused = await askThrice(offers, { "accept-encoding": "br;q=0, gzip;q=0" });
    const encodings = [plain, gzip, brotli, refused].map(({ third }) => third.headers["content-encoding"]);
    expect(encodings).toEqual([undefined, "gzip", "br", undefined]);
    for (const { third } of [gzip, brotli, refused]) expect(third.text).toBe(plain.first.text);
    expect(gzip.third.headers.vary).toBe("Accept-Encoding, Accept");
  });

  it("says 304 without a body to whoever has the answer, from the cache and from the router", async () => {
    const { headers } = await ask();
    const etag = headers.etag ?? "";
    for (const known of [etag, `"other", ${etag}`, etag.replace("W/", ""), "*"]) {
      const response = await ask(offers, { "if-none-match": known });
      expect({ known, status: response.status, text: response.text }).toEqual({ known, status: 304, text: "" });
      expect(response.headers.etag).toBe(etag);
      expect(response.headers["content-type"]).toBeUndefined();
    }
    expect((await ask(offers, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("holds for the Accept that libraries send by themselves", async () => {
    await askThrice(offers, { accept: "application/json, text/plain, */*" });
    await ask(offers, { accept: "text/html" });
    expect((await ask("/metrics")).text).toMatch(/cache="hit"} 1\n/);
  });

  it("answers HEAD with the headers of GET and nothing else", async () => {
    await askThrice();
    const response = await fetch(`${scene.origin}${offers}`, { method: "HEAD" });
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: "" });
    expect(response.headers.get("etag")).toBe((await ask()).headers.etag);
  });

  it("forgets a corridor when its prices change, and answers with the new ones", async () => {
    const { first } = await askThrice();
    await askThrice("/v1/corridors/be-sn/offers?pay=200");
    scene.memory.put([quoteOf({ rate: "10.9", received: null })]);
    const question = { corridorId: "be-ma", pay: "200", receive: null, filters: noFilters, at: null };
    const rate = async () => (await scene.comparison.offers(question)).answer.offers[0]?.rate;
    await until(rate, (now) => now === "10.9");
    const after = await ask();
    expect(after.headers.etag).not.toBe(first.headers.etag);
    expect((JSON.parse(after.text) as OffersAnswer).offers.map(({ rate }) => rate)).toEqual(["10.9"]);
    await ask("/v1/corridors/be-sn/offers?pay=200");
    expect((await ask("/metrics")).text).toContain('cache="hit"} 3');
  });

  it("never promises more than the next expected visit or the next change by time alone", async () => {
    expect((await ask()).headers["cache-control"]).toBe("public, max-age=60");
    const everyMinutes = scene.catalog.quoteSources.get("wise")?.schedule.everyMinutes ?? 0;
    const observedMs = new Date("2026-11-23T11:50:00.000Z").getTime();
    scene.clock.at = new Date(observedMs + everyMinutes * 60_000 - 20_000);
    expect((await ask()).headers["cache-control"]).toBe("public, max-age=20");
    scene.clock.at = new Date(observedMs + everyMinutes * 60_000 + 60_000);
    const overdue = await ask();
    expect(overdue.headers["cache-control"]).toBe("public, no-cache");
    expect((JSON.parse(overdue.text) as OffersAnswer).offers[0]?.freshness).toBe("ageing");
    scene.clock.at = sceneNow;
  });

  it("serves what it holds with a warning while the store is away, and heals by itself", async () => {
    const codes = async () => (JSON.parse((await ask()).text) as OffersAnswer).warnings.map(({ code }) => code);
    const { first } = await askThrice();
    scene.memory.state.isUp = false;
    expect(await until(codes, ({ length }) => length > 0)).toEqual(["data_may_be_older"]);
    expect(await scene.getJson("/readyz")).toMatchObject({ status: "not_ready" });
    scene.memory.state.isUp = true;
    await until(codes, ({ length }) => length === 0);
    expect((await ask()).text).toBe(first.text);
  });
});

describe("limits", () => {
  it("refuse with 429 and say when to come back, without touching health", async () => {
    const limited = await openApiScene(manyOffers, { requestsPerMinute: 2 });
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await limited.get(offers)).status);
    const refused = await limited.get(offers);
    const health = await limited.get("/healthz");
    await limited.close();
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(refused.headers.get("ratelimit-policy")).toBe('"reading";q=2;w=60');
    expect(health.status).toBe(200);
  });
});

describe("a page of another origin", () => {
  it.each([offers, "/v1/corridors", "/openapi.json"])("may ask %s with the tag it holds", async (path) => {
    const headers = {
      origin: "https://reader.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "if-none-match",
    };
    const response = await fetch(`${scene.origin}${path}`, { method: "OPTIONS", headers });
    const fields = Object.fromEntries(response.headers);
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 204, text: "" });
    expect(fields).toMatchObject({
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "If-None-Match, If-Range, Range",
    });
  });
});

describe("the documentation", () => {
  it.each(["/docs", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/openapi.json"])(
    "%s has a tag and comes compressed",
    async (path) => {
      const { headers, text } = await ask(path, { "accept-encoding": "br" });
      expect(headers.etag).toMatch(/^W\/"constant-[0-9a-f]{16}"$/);
      expect(headers["cache-control"]).toBe("public, max-age=3600");
      expect(headers["content-encoding"]).toBe(text.length < 1_024 ? undefined : "br");
      expect((await ask(path, { "accept-encoding": "br" })).text).toBe(text);
      expect((await ask(path, { "accept-encoding": "identity" })).text).toBe(text);
      expect((await ask(path, { "if-none-match": headers.etag ?? "" })).status).toBe(304);
    },
  );

  it("is served whole from here under a policy without inline script or style", async () => {
    for (const path of ["/docs", "/docs/start.js", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js"]) {
      const { status, headers } = await ask(path);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(headers["content-security-policy"]).not.toContain("unsafe");
    }
    expect((await ask("/docs")).text).not.toMatch(/https?:\/\/|<script>|style=/);
    expect(JSON.parse((await ask("/openapi.json")).text)).toMatchObject({ openapi: "3.1.0" });
  });
});
