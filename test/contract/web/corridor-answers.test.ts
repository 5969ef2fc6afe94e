import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ComparisonScene, openComparisonScene, quietLogger, quoteOf } from "../../support/comparison-scene.ts";
import { until } from "../../support/until.ts";
import { serveWeb } from "../../support/web-scene.ts";

let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([quoteOf({}), quoteOf({ provider: "remitly", fee: "3" })]);
  const { catalog, comparison, clock } = scene;
  web = await serveWeb({
    catalog,
    comparison,
    mode: "simulated",
    clock,
    logger: quietLogger,
    requestsPerMinute: 10_000,
  });
});
afterAll(async () => {
  web.close();
  await scene.close();
});

const get = (path: string, init: RequestInit = {}) => fetch(`${web.origin}${path}`, { redirect: "manual", ...init });
const beMaAt = (pay: string) => `/en/be-ma?pay=${encodeURIComponent(pay)}`;

/** A request that `fetch` would tidy up first. */
function statusOf(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(web.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("a corridor's address", () => {
  it.each([
    ["/en/be-ma", 200],
    [beMaAt("200"), 200],
    [beMaAt("199,50"), 200],
    ["/en/be-ma?receive=2000", 200],
    ["/en/be-cd?currency=CDF", 200],
    ["/en/be-ma?payIn=cash&payIn=debit_card&maxDays=1&all=1", 200],
    ["/en/be-ma?pay=200&utm_source=somebody", 200],
    ["/en/be-ma?payIn=gold", 400],
    ["/en/be-ma?maxDays=400", 400],
    ["/en/be-xx", 404],
    ["/en/ma-be", 404],
    ["/en/be-ma?currency=USD", 404],
    ["/en/be-ma/", 404],
    ["/en/be-maa", 404],
    ["/en/be_ma", 404],
    ["/be-ma", 404],
    ["/xx/be-ma", 404],
    ["/en/%E0%A4%A", 400],
    ["/assets/", 404],
    ["/assets/..%2fpackage.json", 404],
  ] as const)("%s is answered with %d", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it.each(["0", "-5", "1e3", "two hundred", "9".repeat(40), "1,000.50", "1000000.01", "1.000", "1 000"])(
    "an amount of %s is refused in words, and the form keeps it",
    async (pay) => {
      const response = await get(beMaAt(pay));
      const html = await response.text();
      expect([response.status, response.headers.get("cache-control")]).toEqual([400, "no-store"]);
      expect(html).toContain(`value="${pay}"`);
      expect(html).toMatch(/<p class="wrong" id="amount-wrong">(Please write|Euro has)/);
    },
  );

  it("says in words that a corridor is not compared, and leads on", async () => {
    const html = await (await get("/en/be-xx")).text();
    expect(html).toContain("We do not compare prices between these two countries yet.");
    expect(html).toContain('<a class="button" href="/en/">');
  });

  it.each(["//", "//?pay=200", "/en/be-ma?pay=%", "/en/be-ma?%", "http://[/", "/en/be-ma?pay=1&pay=2", "*"])(
    "nothing in the address breaks it: %s",
    async (path) => {
      expect(await statusOf(path)).toBeLessThan(500);
      expect((await get("/en/be-ma")).status).toBe(200);
    },
  );

  it("is not read without end", async () => {
    expect(await statusOf(beMaAt("1".repeat(3_000)))).toBe(414);
  });

  it("answers HEAD as GET without the words, and no other method", async () => {
    const [got, head] = await Promise.all([get("/en/be-ma"), get("/en/be-ma", { method: "HEAD" })]);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe(got.headers.get("etag"));
    for (const method of ["POST", "PUT", "DELETE"]) expect((await get("/en/be-ma", { method })).status).toBe(404);
  });
});

describe("a corridor's page in a cache", () => {
  it("is tagged by its data, and not sent again where nothing changed", async () => {
    const first = await get(beMaAt("200"));
    const held = { "if-none-match": first.headers.get("etag") ?? "none" };
    expect(first.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
    expect(await statusOf(beMaAt("200"), held)).toBe(304);
    expect(await statusOf(beMaAt("201"), held)).toBe(200);
  });

  it("is another one as soon as a price is", async () => {
    const before = await (await get(beMaAt("200"))).text();
    scene.memory.put([quoteOf({ rate: "10.9" })]);
    const after = await until(
      async () => (await get(beMaAt("200"))).text(),
      (text) => text !== before,
    );
    expect(after).toContain("1 EUR = 10.9 MAD");
  });

  it.each(["br", "gzip"])("comes compressed by %s", async (encoding) => {
    const { headers } = await get(beMaAt("200"), { headers: { "accept-encoding": encoding } });
    expect([headers.get("content-encoding"), headers.get("vary")]).toEqual([encoding, "Accept-Encoding"]);
  });
});
