import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createLogger } from "@openremit/shared/runtime";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;
let published: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([
    quoteOf({ fee: "2", rate: "10.75" }),
    quoteOf({ provider: "remitly", payIn: "cash", fee: "4", rate: "10.7" }),
  ]);
  const options = { ...scene, mode: "simulated" as const, logger: createLogger("web", { level: "silent" }) };
  web = await serveWeb(options);
  published = await serveWeb({ ...options, publicUrl: "https://openremit.example" });
});
afterAll(async () => {
  web.close();
  published.close();
  await scene.close();
});

const get = (path: string, origin = published.origin) => fetch(`${origin}${path}`);

describe("the sheet of a corridor", () => {
  it("holds the prices, when they were seen, what to ask and the address, on a page without a frame", async () => {
    const html = await (await get("/en/be-ma/print?pay=200")).text();
    expect(html).toContain('<body class="sheet">');
    const text = readableText(html);
    for (const words of ["You pay €200 in all.", "Wise", "Remitly", "Ask before you pay", "Practice prices"]) {
      expect(text).toContain(words);
    }
    expect(html).toContain("openremit.example/en/be-ma?pay=200");
    expect(html).toMatch(/<svg class="qr"[^>]*><rect[^>]*><\/rect><path d="M/);
    expect(html).not.toMatch(/data:image|style=/);
  });

  it.each([
    ["/en/be-ma/print?pay=x", 400],
    ["/en/be-ma/print?also=xx", 400],
    ["/en/be-zz/print", 404],
    ["/en/save/print", 404],
  ])("%s is %d", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe("the text to share", () => {
  it("is plain, short and says where to see more", async () => {
    const response = await get("/en/be-ma/text");
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const text = await response.text();
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/^Practice prices\.\nSend €200 from Belgium to Morocco\./);
    expect(text.split("\n").at(-1)).toBe("https://openremit.example/en/be-ma");
    expect(await (await get("/en/be-ma/text?pay=345")).text()).toMatch(/\/en\/be-ma\?pay=345$/);
  });
});

describe("an address that a client made up", () => {
  it.each(["/en/be-ma/print", "/en/be-ma/text"])("is kept for nobody: %s", async (path) => {
    expect((await get(path, web.origin)).headers.get("cache-control")).toBe("no-store");
    expect((await get(path)).headers.get("cache-control")).toMatch(/public/);
  });
});

describe("a page that nobody keeps", () => {
  it.each(["/en/be-ma/print", "/en/corrections", "/en/no-such-page"])(
    "is compressed all the same: %s",
    async (path) => {
      const { headers } = await get(path, web.origin);
      expect([headers.get("cache-control"), headers.get("content-encoding")]).toEqual(["no-store", "gzip"]);
    },
  );
});

describe("a phone's home screen", () => {
  it("is told the name, the direction and pictures that are there", async () => {
    const response = await get("/en/manifest.webmanifest");
    expect(response.headers.get("content-type")).toBe("application/manifest+json");
    const about = (await response.json()) as { icons: { src: string; type: string }[] };
    expect(about).toMatchObject({ name: "Practice prices: OpenRemit", dir: "ltr", start_url: "/en/", lang: "en" });
    for (const { src, type } of about.icons) {
      const icon = await get(src);
      expect([icon.status, icon.headers.get("content-type")]).toEqual([200, type]);
      await icon.arrayBuffer();
    }
  });

  it("finds the program for kept pages at the root, asked for anew each time, and may only talk to this site", async () => {
    const response = await get("/sw.js");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; connect-src 'self'");
    // The program shows this note by these two attributes as they stand.
    expect(await response.text()).toContain('data-offline="true" hidden');
    expect(await (await get("/en/be-ma?pay=200")).text()).toContain('data-offline="true" hidden');
  });
});
