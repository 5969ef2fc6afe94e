import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ComparisonScene, openComparisonScene, quietLogger, quoteOf } from "../../support/comparison-scene.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;
let published: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([
    quoteOf({ fee: "2", rate: "10.75" }),
    quoteOf({ provider: "remitly", payIn: "cash", fee: "4", rate: "10.7" }),
    quoteOf({ provider: "ria", payIn: "cash", fee: "9", rate: "10.3" }),
  ]);
  const options = { ...scene, mode: "simulated" as const, logger: quietLogger };
  web = await serveWeb(options);
  published = await serveWeb({ ...options, publicUrl: "https://openremit.example" });
});
afterAll(async () => {
  web.close();
  published.close();
  await scene.close();
});

const get = (path: string, origin = published.origin) => fetch(`${origin}${path}`);
const read = async (path: string) => readableText(await (await get(path)).text());

describe("a poster", () => {
  it("says in large what comparing is worth, when that was true, and where to see more", async () => {
    const text = await read("/en/be-ma/poster");
    for (const words of [
      "Practice prices",
      "You pay €200 in all. With the best option they get MAD 161.20 more than with the worst option that we compare.",
      "The best: Wise MAD 2,128.50",
      "The worst that we compare: MAD 1,967.30",
      "23 Nov 2026",
      "Prices change every day.",
      "openremit.example/en/be-ma",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("is for the amount that was asked for, and leads to the same question", async () => {
    const text = await read("/en/be-ma/poster?pay=200.00");
    expect(text).toContain("openremit.example/en/be-ma?pay=200");
  });

  it("hangs without a price, too, and says that there is none", async () => {
    const text = await read("/en/be-sn/poster");
    expect(text).toContain("We know no price for this question today.");
    expect(text).not.toContain("With the best option");
    expect(text).toContain("openremit.example/en/be-sn");
  });
});

describe("a leaflet", () => {
  it("holds the best options, what to ask, and room to write; practice is named on each side with prices", async () => {
    const html = await (await get("/en/be-ma/leaflet")).text();
    const text = readableText(html);
    for (const words of ["Wise", "Remitly", "Ria", "Ask before you pay", "What the shop says", "I pay in all"]) {
      expect(text).toContain(words);
    }
    expect(html.match(/class="practice"/g)).toHaveLength(2);
    expect(html).toContain('<body class="sheet folded">');
  });
});

describe("the sheet for a workshop", () => {
  it("asks eight questions and works an exercise", async () => {
    const text = await read("/en/kit/workshop");
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) expect(text).toMatch(new RegExp(` ${number}\\. (How|Wh)`));
    expect(text).toContain("€195.00 × 10.60 = MAD 2,067.00. This arrives.");
    expect(text).toContain("€200.00 − €187.96 = €12.04. This is what you lose: 6.02% of what you pay.");
    expect(text).toContain("openremit.example/en/check");
  });
});

describe("the page of the kit", () => {
  it("leads to a poster and a leaflet of every route, from the foot of every page", async () => {
    const html = await (await get("/en/kit")).text();
    const { length } = [...scene.catalog.corridorConfigs.values()].filter(({ enabled }) => enabled);
    expect(html.match(/href="\/en\/[a-z]{2}-[a-z]{2}\/poster"/g)).toHaveLength(length);
    expect(html.match(/href="\/en\/[a-z]{2}-[a-z]{2}\/leaflet"/g)).toHaveLength(length);
    const home = await (await get("/en/")).text();
    expect(home).toMatch(/href="\/en\/kit"[\s\S]*href="\/en\/widget"/);
  });
});

describe("every sheet", () => {
  const sheets = ["/be-ma/poster", "/be-ma/leaflet", "/kit/workshop", "/kit"];

  it.each(["fr", "nl", "en", "de", "ar"].flatMap((code) => sheets.map((sheet) => `/${code}${sheet}`)))(
    "is there, without styles or programs within: %s",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toMatch(
        new RegExp(`<html lang="${path.slice(1, 3)}" dir="${path.startsWith("/ar") ? "rtl" : "ltr"}">`),
      );
      expect(html).not.toMatch(/<style| style=|<script(?! type="module" src)/);
    },
  );

  it.each([
    ["/en/be-ma/poster?pay=x", 400],
    ["/en/be-ma/poster?currency=XXX", 404],
    ["/en/be-zz/leaflet", 404],
    ["/en/save/poster", 404],
    ["/en/kit/", 404],
  ])("%s is %d", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it.each(["/en/be-ma/poster", "/en/be-ma/leaflet", "/en/kit/workshop"])(
    "is kept for nobody where its address is what one client said: %s",
    async (path) => {
      expect((await get(path, web.origin)).headers.get("cache-control")).toBe("no-store");
      expect((await get(path)).headers.get("cache-control")).toMatch(/public/);
    },
  );
});
