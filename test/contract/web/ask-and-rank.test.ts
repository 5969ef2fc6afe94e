import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type ComparisonScene,
  openComparisonScene,
  quietLogger,
  quoteOf,
  sceneNow,
} from "../../support/comparison-scene.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([quoteOf(), quoteOf({ provider: "remitly", fee: "6", payIn: "debit_card" })]);
  const { catalog, comparison } = scene;
  web = await serveWeb({ catalog, comparison, mode: "simulated", clock: { now: () => sceneNow }, logger: quietLogger });
});
afterAll(async () => {
  web.close();
  await scene.close();
});

const get = (path: string) => fetch(`${web.origin}/en${path}`, { redirect: "manual" });
const read = async (path: string) => readableText(await (await get(path)).text());

describe("the way from the first page to a corridor", () => {
  it.each([
    ["from=BE&to=MA&pay=200&payIn=&payOut=", "/en/be-ma?pay=200"],
    [
      "from=BE&to=MA&pay=199%2C50&payIn=cash&payOut=cash_pickup",
      "/en/be-ma?pay=199%2C50&payIn=cash&payOut=cash_pickup",
    ],
    ["from=BE&to=CD&pay=50&currency=CDF", "/en/be-cd?pay=50&currency=CDF"],
    ["from=BE&to=MA&pay=50&currency=MAD", "/en/be-ma?pay=50"],
  ])("leads from %s to %s", async (question, address) => {
    const answer = await get(`/go?${question}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, address]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("says what there is where a pair is not compared", async () => {
    const answer = await get("/go?from=FR&to=PH&pay=200");
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(readableText(html)).toContain("We do not compare prices from France to Philippines yet.");
    expect(html).toContain('<a href="/en/be-ma">Morocco</a>');
  });

  it.each(["", "?from=BE&to=", "?from=<b>&to=MA", "?from=xx1&to=BE"])(
    "asks for two countries at /go%s",
    async (search) => {
      const answer = await get(`/go${search}`);
      expect(answer.status).toBe(404);
      expect(readableText(await answer.text())).toContain("Please choose the country you send from");
    },
  );
});

describe("pages made of prices", () => {
  it.each(["/", "/corridors", "/save?corridor=be-ma.MAD&pay=200"])(
    "are kept until the data change: %s",
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("etag")).toMatch(/^W\//);
      const again = await fetch(`${web.origin}/en${path}`, {
        headers: { "if-none-match": answer.headers.get("etag") ?? "" },
      });
      expect(again.status).toBe(304);
    },
  );

  it("rank corridors by cost and say where there is no data", async () => {
    const home = await read("/");
    expect(home).toContain("Belgium to Morocco On average: €");
    expect(home.indexOf("Belgium to Morocco On average")).toBeLessThan(home.indexOf("No data: we have not seen"));
    expect(await read("/corridors")).toContain("1 Belgium to Morocco Moroccan Dirham");
  });
});

describe("the page of savings", () => {
  it("leads through its two steps without a script", async () => {
    expect(await read("/save")).toContain("Choose the countries");
    expect(await read("/save?corridor=be-ma.MAD&pay=200&times=12")).toContain("Choose how you send now");
    const path = "/save?corridor=be-ma.MAD&pay=200&times=12&now=remitly.debit_card.bank_deposit";
    expect(await read(path)).toContain("more in their hand each year");
  });

  it.each([
    ["/save?corridor=be-xx", 404],
    ["/save?corridor=be-ma.USD", 404],
    ["/save?corridor=be-ma.MAD&times=0", 400],
    ["/save?corridor=be-ma.MAD&times=53", 400],
    ["/save?corridor=be-ma.MAD&pay=1.000", 400],
    ["/save?corridor=be-ma", 200],
  ])("%s answers %s", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe("the page of a corridor's history", () => {
  it("says so while the record is out of reach", async () => {
    const answer = await get("/be-ma/history");
    expect(answer.status).toBe(503);
    expect(readableText(await answer.text())).toContain("We cannot show the prices right now.");
  });

  it.each([
    ["/be-xx/history", 404],
    ["/nowhere/history", 404],
    ["/be-ma/history?currency=USD", 404],
    ["/be-ma/history?bucket=year", 400],
    ["/be-ma/history?since=2026-11-10&until=2026-11-01", 400],
  ])("%s answers %s", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});
