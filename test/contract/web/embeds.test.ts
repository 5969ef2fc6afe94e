import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadImage } from "@napi-rs/canvas";
import { createLogger } from "@openremit/shared/runtime";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";

const publicUrl = "https://openremit.example";
let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;
let unnamed: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  scene = await openComparisonScene([
    quoteOf({ fee: "2", rate: "10.75" }),
    quoteOf({ provider: "remitly", payIn: "cash", fee: "4", rate: "10.7" }),
  ]);
  const options = { ...scene, mode: "simulated" as const, logger: createLogger("web", { level: "silent" }) };
  [web, unnamed] = await Promise.all([serveWeb({ ...options, publicUrl }), serveWeb(options)]);
});
afterAll(async () => {
  web.close();
  unnamed.close();
  await scene.close();
});

const get = (path: string, origin = web.origin) => fetch(`${origin}${path}`, { redirect: "manual" });
const forms = ["", ".svg", ".png", ".txt"];
const types: Record<string, string> = {
  "": "text/html; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

describe("what other people's pages show", () => {
  it.each(forms)("may be framed and loaded by all of them, is cacheable and safe: /embed/be-ma%s", async (form) => {
    const response = await get(`/embed/be-ma${form}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, types[form]]);
    const { headers } = response;
    expect(headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-frame-options")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toMatch(/^public, /);
    expect(headers.get("set-cookie")).toBeNull();
    const again = await fetch(`${web.origin}/embed/be-ma${form}`, {
      headers: { "if-none-match": headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it.each(["/en/be-ma", "/en/", "/en/about", "/en/no-such-page"])("are these alone: nobody frames %s", async (path) => {
    const { headers } = await get(path);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(forms)("says in its own way that a route is unknown: /embed/be-zz%s", async (form) => {
    const response = await get(`/embed/be-zz${form}?lang=fr`);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, types[form]]);
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
    const bytes = Buffer.from(await response.arrayBuffer());
    if (form === ".png") expect((await loadImage(bytes)).width).toBe(800);
    else expect(readableText(String(bytes))).toContain("Nous ne comparons pas encore les prix");
  });

  it.each(["/embed/no-such", "/embed/be-ma.gif", "/embed/be-ma.php", "/embed/%3Cscript%3E"])(
    "%s is a 404 that helps",
    async (path) => {
      const response = await get(path);
      const text = await response.text();
      expect(response.status).toBe(404);
      expect(text).toContain('href="/en/corridors"');
      expect(text).not.toContain("<script>");
    },
  );

  it.each(forms)("speaks English where a language is not offered, and French to fr-BE: %s", async (form) => {
    const bytes = async (lang: string) =>
      Buffer.from(await (await get(`/embed/be-ma${form}?lang=${lang}`)).arrayBuffer());
    expect(await bytes("xx")).toEqual(await bytes("en"));
    if (form === "") expect(String(await bytes("fr-BE"))).toContain('<html lang="fr"');
  });

  it.each(forms)("refuses an amount that is none: %s", async (form) => {
    expect((await get(`/embed/be-ma${form}?amount=abc`)).status).toBe(400);
    expect((await get(`/embed/be-ma${form}?amount=1,000`)).status).toBe(400);
    expect((await get(`/embed/be-ma${form}?currency=USD`)).status).toBe(404);
  });

  it.each([".svg", ".png", ".txt"])("is kept for nobody where only the client says who we are: %s", async (form) => {
    expect((await get(`/embed/be-ma${form}`, unnamed.origin)).headers.get("cache-control")).toBe("no-store");
  });
});

describe("the frame", () => {
  it("is whole without JavaScript and agrees with the page, to the cent", async () => {
    const frame = readableText(await (await get("/embed/be-ma?lang=en&amount=200")).text());
    const page = readableText(await (await get("/en/be-ma?pay=200")).text());
    const received = frame.match(/MAD [\d,.]+\d/g) ?? [];
    expect(new Set(received).size).toBeGreaterThanOrEqual(2);
    for (const money of received) expect(page).toContain(money);
    for (const said of ["Practice prices", "Wise", "Remitly", "Checked", "Nobody can pay for a better place"]) {
      expect(frame).toContain(said);
    }
  });

  it("leads on by links alone: other amounts in the frame, the whole page in one of its own", async () => {
    const html = await (await get("/embed/be-ma?lang=en&amount=140&theme=dark")).text();
    expect(html).toContain('href="/embed/be-ma?lang=en&amp;amount=150&amp;theme=dark"');
    expect(html).toMatch(/<a href="\/en\/be-ma\?pay=140" target="_blank" rel="noopener noreferrer">/);
    expect(html).toMatch(/embed-dark\.css/);
    expect(html).not.toMatch(/<form|style=|<script>|onclick/);
  });
});

describe("a picture", () => {
  it("is made of a listed amount, the nearest one", async () => {
    const response = await get("/embed/be-ma.png?lang=fr&amount=237&theme=dark");
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      "/embed/be-ma.png?lang=fr&amount=250&theme=dark",
    ]);
    expect((await get("/embed/be-ma.png?lang=fr&amount=200")).status).toBe(200);
  });

  it("is a PNG of twice 400 pixels, and other by night", async () => {
    const bytes = async (query: string) => Buffer.from(await (await get(`/embed/be-ma.png${query}`)).arrayBuffer());
    const [day, night] = [await bytes(""), await bytes("?theme=dark")];
    expect((await loadImage(day)).width).toBe(800);
    expect(day.equals(night)).toBe(false);
  });
});

describe("the helper that makes frames as high as what is in them", () => {
  it("is a kilobyte at most, for everyone, and asked for anew each hour", async () => {
    const response = await get("/widget/1/resize.js");
    const text = await response.text();
    expect(text.length).toBeLessThanOrEqual(1_024);
    const { headers } = response;
    expect(headers.get("cache-control")).toBe("public, max-age=3600");
    expect([headers.get("access-control-allow-origin"), headers.get("cross-origin-resource-policy")]).toEqual([
      "*",
      "cross-origin",
    ]);
  });
});

describe("oEmbed", () => {
  const ask = (query: Record<string, string>) => get(`/oembed?${new URLSearchParams(query)}`);
  const url = `${publicUrl}/fr/be-ma?pay=500`;

  it("is found on the page of a route in every language, and nowhere else", async () => {
    for (const code of ["en", "fr", "ar"]) {
      const html = await (await get(`/${code}/be-ma?pay=500`)).text();
      const [, address = ""] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
      const asked = new URL(address.replaceAll("&amp;", "&"));
      expect([asked.origin, asked.searchParams.get("url")]).toEqual([publicUrl, `${publicUrl}/${code}/be-ma?pay=500`]);
      const answer = (await (await get(`${asked.pathname}${asked.search}`)).json()) as { html: string };
      expect(answer.html).toContain(`lang=${code}&amp;amount=500`);
    }
    expect(await (await get("/en/about")).text()).not.toContain("oembed");
    expect(await (await get("/en/be-ma", unnamed.origin)).text()).not.toContain("oembed");
  });

  it("answers with a frame that fits", async () => {
    const response = await ask({ url, maxwidth: "400", maxheight: "300", format: "json" });
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({
      version: "1.0",
      type: "rich",
      provider_name: "OpenRemit",
      provider_url: publicUrl,
      width: 400,
      height: 300,
      html: expect.stringMatching(
        /^<blockquote><a href="https:\/\/openremit\.example\/fr\/be-ma\?pay=500">[^<]+<\/a><\/blockquote><iframe src="https:\/\/openremit\.example\/embed\/be-ma\?lang=fr&amp;amount=500" title="[^"]+" width="400" height="300"[^>]*><\/iframe>$/,
      ),
    });
  });

  it("says the same in XML", async () => {
    const text = await (await ask({ url, format: "xml" })).text();
    expect(XMLValidator.validate(text)).toBe(true);
    const { oembed } = new XMLParser().parse(text) as { oembed: Record<string, unknown> };
    expect(oembed).toMatchObject({ type: "rich", width: 600, provider_name: "OpenRemit" });
    const { html } = (await (await ask({ url })).json()) as { html: string };
    expect(oembed.html).toBe(html);
  });

  it.each([
    [{ url: "https://elsewhere.example/fr/be-ma" }, 404],
    [{ url: `${publicUrl}/fr/about` }, 404],
    [{ url: `${publicUrl}/xx/be-ma` }, 404],
    [{ url: `${publicUrl}/fr/be-zz` }, 404],
    [{ url: `${publicUrl}.evil.example/fr/be-ma` }, 404],
    [{ url: "javascript:alert(1)" }, 404],
    [{ url: `${publicUrl}/fr/be-ma?pay=abc` }, 400],
    [{}, 400],
    [{ url: `${publicUrl}/fr/be-ma`, maxwidth: "wide" }, 400],
    [{ url: `${publicUrl}/fr/be-ma`, format: "yaml" }, 501],
  ])("%j is %d, in words", async (query: Record<string, string>, status) => {
    const response = await ask(query);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/\w+ \w+/) });
  });
});
