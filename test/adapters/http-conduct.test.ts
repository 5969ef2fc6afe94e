import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { SourceHttpError, SourceLimitedError, SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import type { PlannedRequest, SourceAccess } from "@openremit/shared/http";
import nock from "nock";
import type { QuoteAdapter, QuoteTask } from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { answersOfFixture, quoteFixtures, quotesOfFixture } from "../support/adapter-fixtures.ts";
import { askWhole, requestsOf } from "../support/whole-visit.ts";
import { createScene } from "../unit/http/http-scene.ts";

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const { quoteSources } = loadCatalog(pathOf("../../config"));

/** The source as configured, at a pace that does not hold up the tests. */
function accessTo(key: string): SourceAccess {
  const source = quoteSources.get(key);
  if (source === undefined) throw new Error(`no config called ${key}`);
  return { ...source, limits: { max: 100, perSeconds: 1, concurrency: 4, perDay: 1000 } };
}

/** Asks what the adapter plans through the one outbound client, in real mode, and reads the answer. */
async function visitSource(adapter: QuoteAdapter, access: SourceAccess, task: QuoteTask) {
  const { client } = createScene();
  try {
    const answers = await askWhole(adapter, task, async (request) => {
      const { status, contentType, body, bodySha256 } = await client.fetchAnswer(access, request);
      return { status, contentType, body: body.toString("utf8"), bodySha256 };
    });
    return adapter.parse(answers, task);
  } finally {
    client.close();
  }
}

/** The source's own host, answering exactly what is planned: method, path, query, body and headers. */
function interceptor({ method, url, body, headers }: PlannedRequest) {
  const { origin, pathname, search } = new URL(url);
  const scope = nock(origin, { reqheaders: { ...headers, "user-agent": /^OpenRemit\// } });
  return method === "POST" ? scope.post(`${pathname}${search}`, body) : scope.get(`${pathname}${search}`);
}

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

describe.each(Object.entries(quoteFixtures))("%s, asked over HTTP", (key, fixture) => {
  const { task } = fixture;
  const adapter = allAdapters.quotes.get(key);
  if (adapter === undefined) throw new Error(`no adapter called ${key}`);
  const [request] = adapter.plan(task);
  if (request === undefined) throw new Error(`${key} plans nothing`);
  const answers = answersOfFixture(fixture);
  const body = answers[0]?.body ?? "";
  const answerAll = (send: (body: string) => Buffer | string, headers: Record<string, string>) => {
    for (const [step, asked] of requestsOf(adapter, task, answers).entries()) {
      interceptor(asked).reply(200, send(answers[step]?.body ?? ""), headers);
    }
  };
  const ask = () => visitSource(adapter, accessTo(key), task);

  beforeEach(() => {
    nock(new URL(request.url).origin).get("/robots.txt").reply(404);
  });

  it("reads the answer to exactly what it planned, compressed or not", async () => {
    answerAll((text) => text, { "content-type": "application/json" });
    expect(await ask()).toEqual(quotesOfFixture(key));
    nock(new URL(request.url).origin).get("/robots.txt").reply(404);
    answerAll(gzipSync, { "content-encoding": "gzip" });
    expect(await ask()).toEqual(quotesOfFixture(key));
  });

  it("waits as long as a 429 says", async () => {
    interceptor(request).reply(429, "", { "retry-after": "120" });
    const failure = await ask().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceLimitedError);
    expect(failure).toMatchObject({ details: { retryAfterMs: 120_000 } });
  });

  it.each([
    ["refusal", 401, SourceRefusedError],
    ["refusal", 403, SourceRefusedError],
    ["shape nobody knows", 404, SourceShapeError],
    ["failure", 500, SourceHttpError],
    ["failure", 503, SourceHttpError],
  ])("takes for a %s the status %i, whatever the body says", async (_what, status, family) => {
    interceptor(request).reply(status, body, { "content-type": "application/json" });
    await expect(ask()).rejects.toBeInstanceOf(family);
  });

  it("does not follow a redirect", async () => {
    interceptor(request).reply(302, "", { location: "https://elsewhere.example/prices" });
    await expect(ask()).rejects.toBeInstanceOf(SourceShapeError);
  });

  it("takes a login page with status 200 for no prices", async () => {
    interceptor(request).reply(200, "<!DOCTYPE html><html></html>", { "content-type": "text/html" });
    const failure = await ask().catch((error: unknown) => error);
    expect([SourceShapeError, SourceRefusedError].some((family) => failure instanceof family)).toBe(true);
  });

  it("asks nothing where robots.txt forbids it", async () => {
    nock.cleanAll();
    nock(new URL(request.url).origin).get("/robots.txt").reply(200, "User-agent: *\nDisallow: /");
    const asked = interceptor(request).reply(200, body);
    await expect(ask()).rejects.toBeInstanceOf(SourceRefusedError);
    expect(asked.isDone()).toBe(false);
  });
});

it("takes a 422 of Wise for a route that is not offered, and of nobody else", async () => {
  for (const [key, { task }] of Object.entries(quoteFixtures)) {
    const adapter = allAdapters.quotes.get(key);
    const [request] = adapter?.plan(task) ?? [];
    if (adapter === undefined || request === undefined) throw new Error(`nothing for ${key}`);
    nock(new URL(request.url).origin).get("/robots.txt").reply(404);
    interceptor(request).reply(422, '{"errors":[]}', { "content-type": "application/json" });
    const asked = visitSource(adapter, accessTo(key), task);
    if (key === "wise") expect(await asked).toEqual({ quotes: [], setAside: [] });
    else await expect(asked).rejects.toBeInstanceOf(SourceShapeError);
  }
});
