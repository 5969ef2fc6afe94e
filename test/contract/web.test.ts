import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { NoFreshDataError } from "@openremit/shared/domain";
import { createLogger } from "@openremit/shared/runtime";
import {
  type ComparisonScene,
  openComparisonScene,
  quietLogger,
  quoteOf,
  sceneNow,
} from "../support/comparison-scene.ts";
import { buildManyQuotes } from "../support/large-scene.ts";
import { beMa } from "../support/record-job.ts";
import { serveWeb } from "../support/web-scene.ts";

let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([quoteOf({}), quoteOf({ provider: "remitly", fee: "3" })]);
  web = await serve();
});
afterAll(async () => {
  web.close();
  await scene.close();
});

function serve(
  comparison: Parameters<typeof serveWeb>[0]["comparison"] = scene.comparison,
  mode = "simulated" as const,
) {
  return serveWeb({ catalog: scene.catalog, comparison, mode, clock: { now: () => sceneNow }, logger: quietLogger });
}

const get = (path: string) => fetch(`${web.origin}${path}`, { redirect: "manual" });
const read = async (path: string) => (await get(path)).text();
const beMaAt = (pay: string) => `/?corridor=be-ma.MAD&pay=${encodeURIComponent(pay)}`;

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

describe("the page's answers", () => {
  it.each([
    ["/", 200],
    [beMaAt("200"), 200],
    [beMaAt("199,50"), 200],
    ["/?corridor=be-xx.EUR", 404],
    ["/prices", 404],
    ["/assets/", 404],
    ["/assets/..%2fpackage.json", 404],
    ["/assets/%E0%A4%A", 404],
  ] as const)("%s is answered with %d", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it.each(["0", "-5", "1e3", "two hundred", "9".repeat(40), "1,000.50", "1000000.01"])(
    "an amount of %s is refused in words",
    async (pay) => {
      const response = await get(beMaAt(pay));
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining("Please write an amount such as 200 or 199.50."),
      ]);
    },
  );

  it.each(["1.000", "1,000", "1 000"])("does not guess whether %s is one or a thousand", async (pay) => {
    const response = await get(beMaAt(pay));
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining("Please write thousands without a separator, such as 1000."),
    ]);
  });

  it.each(["//", "//?pay=200", "/?pay=%", "/?%", "http://[/"])("nothing in the address breaks it: %s", async (path) => {
    expect(await statusOf(path)).toBeLessThan(500);
    expect((await get("/")).status).toBe(200);
  });

  it("are asked for again each time, and not sent again where nothing changed", async () => {
    const first = await get(beMaAt("200"));
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const held = { "if-none-match": first.headers.get("etag") ?? "none" };
    expect(await statusOf(beMaAt("200"), held)).toBe(304);
    expect(await statusOf(beMaAt("201"), held)).toBe(200);
  });

  it("are HTML in UTF-8 that says in which language it speaks", async () => {
    const response = await get("/");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
  });
});

describe("the page's weight", () => {
  it.each([beMaAt("200"), "/assets/style.css"])("%s comes compressed, with a tag", async (path) => {
    for (const encoding of ["br", "gzip"]) {
      const { headers } = await fetch(`${web.origin}${path}`, { headers: { "accept-encoding": encoding } });
      expect([headers.get("content-encoding"), headers.get("etag")]).toEqual([encoding, expect.stringMatching(/^W/)]);
      expect(headers.get("vary")).toBe("Accept-Encoding");
    }
  });

  it.each([
    ["range", "bytes=999999999-", 200],
    ["if-match", '"x"', 412],
    ["if-unmodified-since", "Thu, 01 Jan 1970 00:00:00 GMT", 412],
  ])("a client's %s of %s is between it and us", async (name, value, status) => {
    const lines: string[] = [];
    const logger = createLogger("web", { destination: { write: (line) => void lines.push(line) } });
    const told = await serveWeb({
      catalog: scene.catalog,
      comparison: scene.comparison,
      mode: "real",
      clock: scene.clock,
      logger,
    });
    const response = await fetch(`${told.origin}/assets/style.css`, { headers: { [name]: value } });
    expect({ status: response.status, lines }).toEqual({ status, lines: [] });
    told.close();
  });
});

describe("the page's conduct", () => {
  it("allows its own style and form and nothing else, and tells nobody where somebody came from", async () => {
    const { headers } = await get(beMaAt("200"));
    expect(headers.get("content-security-policy")?.split(";")).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self' data:",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect([headers.get("x-powered-by"), headers.get("set-cookie")]).toEqual([null, null]);
  });

  it("names no other site and needs no JavaScript", async () => {
    const html = await read(beMaAt("200"));
    const addresses = [...html.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address ?? "");
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((address) => !/^\/(?!\/)/.test(address))).toEqual(["data:,"]);
    expect(html).not.toMatch(/<script|<style| style=|\son[a-z]+=|javascript:/i);
    expect(html).toContain('<form method="get" action="/">');
    expect(html).not.toMatch(/url\(|@import/);
    expect(await read("/assets/style.css")).not.toMatch(/url\(|@import|https?:/);
  });

  it("writes what was typed as text, never as HTML", async () => {
    const html = await read(beMaAt('"><script>alert(1)</script>'));
    expect(html).not.toContain("<script");
    expect(html).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"');
  });

  it("fits with sixty offers and its style into 50 KB", async () => {
    const many = await openComparisonScene(buildManyQuotes(beMa, 60, "2026-11-23T11:50:00.000Z"));
    const full = await serve(many.comparison);
    const page = await (await fetch(`${full.origin}${beMaAt("200")}`)).text();
    const style = await (await fetch(`${full.origin}/assets/style.css`)).text();
    expect(page.match(/<li class="offer">/g)?.length).toBeGreaterThan(30);
    expect(Buffer.byteLength(page) + Buffer.byteLength(style)).toBeLessThanOrEqual(50 * 1_024);
    full.close();
    await many.close();
  });
});

describe("the page in trouble", () => {
  it.each([
    ["what it knows is out of reach", new NoFreshDataError("PostgreSQL is away")],
    ["something breaks inside", new Error("secret of the inside")],
  ])("says so with 503 when %s, and lets the question stand", async (_case, error) => {
    const broken = await serve({ offers: () => Promise.reject(error) });
    const response = await fetch(`${broken.origin}${beMaAt("350")}`);
    const html = await response.text();
    expect(response.status).toBe(503);
    expect(html).toContain("The prices cannot be shown right now. Please try again in a minute.");
    expect(html).toContain('value="350"');
    expect(html).not.toMatch(/secret|PostgreSQL/);
    broken.close();
  });

  it("says so in a sentence where it cannot even be drawn", async () => {
    const clock = {
      now: () => {
        throw new Error("secret of the inside");
      },
    };
    const options = {
      catalog: scene.catalog,
      comparison: scene.comparison,
      mode: "real",
      logger: quietLogger,
    } as const;
    const broken = await serveWeb({ ...options, clock });
    const response = await fetch(broken.origin);
    expect([response.status, await response.text()]).toEqual([
      500,
      "Something is wrong on our side. Please try again in a minute.\n",
    ]);
    broken.close();
  });
});
