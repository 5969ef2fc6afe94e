import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ComparisonScene, openComparisonScene, quietLogger, quoteOf } from "../../support/comparison-scene.ts";
import { readableText } from "../../support/render-view.ts";
import { serveWeb } from "../../support/web-scene.ts";
import { openWidgetScene, type WidgetScene } from "../../support/widget-scene.ts";

const publicUrl = "https://openremit.example";
let scene: ComparisonScene;
let web: Awaited<ReturnType<typeof serveWeb>>;
let whole: WidgetScene;

beforeAll(async () => {
  [scene, whole] = await Promise.all([
    openComparisonScene([
      quoteOf({ fee: "2", rate: "10.75" }),
      quoteOf({ provider: "remitly", payIn: "cash", fee: "4", rate: "10.7" }),
    ]),
    openWidgetScene(),
  ]);
  web = await serveWeb({ ...scene, mode: "simulated", logger: quietLogger, publicUrl });
});
afterAll(async () => {
  web.close();
  await Promise.all([scene.close(), whole.close()]);
});

const get = (path: string) => fetch(`${web.origin}${path}`);
const read = async (path: string) => (await get(path)).text();
/** As somebody copies it. */
const codeIn = (html: string, kind: string) =>
  new RegExp(`<pre id="text-${kind}"[^>]*><code>([^<]*)</code>`)
    .exec(html)?.[1]
    ?.replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("the page that makes widgets", () => {
  it("gives code whose addresses answer with what they are for", async () => {
    const html = await (await fetch(`${whole.origin}/en/widget?route=be-ma&lang=fr`)).text();
    const [, address = "", integrity] = /src="([^"]+)" integrity="([^"]+)"/.exec(codeIn(html, "script") ?? "") ?? [];
    const module = await fetch(address);
    expect(module.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const digest = await crypto.subtle.digest("SHA-384", await module.arrayBuffer());
    expect(integrity).toBe(`sha384-${Buffer.from(digest).toString("base64")}`);
    for (const [kind, type] of [
      ["frame", "text/html; charset=utf-8"],
      ["picture", "image/png"],
      ["text", "text/plain; charset=utf-8"],
    ] as const) {
      const [shown = ""] = /http[^"\s]*\/embed\/[^"\s]*/.exec(codeIn(html, kind) ?? "") ?? [];
      const response = await fetch(shown.replaceAll("&amp;", "&"));
      expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
      await response.arrayBuffer();
    }
    const [helper = ""] = /http[^"]*resize\.js/.exec(codeIn(html, "frame") ?? "") ?? [];
    expect((await fetch(helper)).status).toBe(200);
  });

  it("speaks of the configured address, and begins with a route that has prices", async () => {
    const html = await read("/en/widget");
    expect(codeIn(html, "script")).toContain('src="https://openremit.example/widget/');
    expect(codeIn(html, "script")).toContain('from="BE" to="MA"');
    expect(readableText(html)).toContain("Wise: they get MAD 2,128.50");
  });

  it("tells plainly which colours cannot be read, and which can instead", async () => {
    const bad = readableText(await read("/en/widget?look=own&text=%23777777&ground=%23ffffff"));
    expect(bad).toContain(
      "the contrast is only 2.54 to 1. Many people cannot read this. It must be 4.5 to 1 or more. Try #3c3c3c.",
    );
    const html = await read("/en/widget?look=own&text=%23202020&ground=%23ffffff");
    expect(html).toMatch(/<p data-when="good">Text: the contrast is <bdi data-slot="ratio">[\d.]+<\/bdi> to 1/);
    expect(html).toMatch(/<div class="problem" data-when="bad" hidden>/);
  });

  it("says what is wrong with an amount beside it, and gives no code", async () => {
    const response = await get("/en/widget?route=be-ma&pay=1,000");
    const html = await response.text();
    expect([response.status, response.headers.get("cache-control")]).toEqual([400, "no-store"]);
    expect(html).toMatch(/id="pay-wrong">Please write thousands without/);
    expect(codeIn(html, "script")).toBeUndefined();
  });

  it("says which amounts get no button, and which would", async () => {
    const text = readableText(await read("/en/widget?route=be-ma&amounts=100+137"));
    expect(text).toMatch(
      /We have no exact prices for €137 \(Belgium to Morocco\)\. The widget shows no button for that\. You can choose: .*€100, .*€150/,
    );
    expect(readableText(await read("/en/widget?route=be-ma&amounts=100+150"))).not.toContain("shows no button");
  });

  it.each(["fr", "nl", "en", "de", "ar"])(
    "is there in %s, cacheable, with neither style nor program within",
    async (code) => {
      const response = await get(`/${code}/widget?route=be-ma&route=be-cd.CDF&look=own`);
      expect([response.status, response.headers.get("cache-control")]).toEqual([200, expect.stringMatching(/public/)]);
      expect(await response.text()).not.toMatch(/<style| style=|<script(?! type="module" src)/);
    },
  );

  it.each([
    ["route=be-zz", 404],
    ["lang=xx", 400],
    ["look=neon", 400],
    ["text=red", 400],
  ])("refuses what there is not to choose: %s", async (query, status) => {
    expect((await get(`/en/widget?${query}`)).status).toBe(status);
  });
});

describe("the statement for whoever must allow it", () => {
  it("names address, hash, size and licence as they are", async () => {
    const text = readableText(await (await fetch(`${whole.origin}/en/widget/statement`)).text());
    const [, address = ""] = /Address (\S+)/.exec(text) ?? [];
    const module = await fetch(address);
    const digest = await crypto.subtle.digest("SHA-384", await module.arrayBuffer());
    expect(text).toContain(`sha384-${Buffer.from(digest).toString("base64")}`);
    expect(text).toContain("MIT");
  });

  it("says that browsers keep prices beyond the page, and that choosing a currency is seen", async () => {
    const text = readableText(await (await fetch(`${whole.origin}/en/widget/statement`)).text());
    expect(text).toContain("stay in the memory of the page and in the cache of the browser.");
    expect(text).toContain("the widget shows them again, for 14 days at most.");
    expect(text).toContain("and one more for each other currency that a reader chooses.");
    expect(text).toContain("and if a reader chooses another currency, which one.");
    const builder = readableText(await (await fetch(`${whole.origin}/en/widget`)).text());
    expect([text, builder].join(" ")).not.toMatch(/Nothing: no cookies|keeps \(nothing\)|until it is closed/);
  });

  it("shows headers that are sent, word for word", async () => {
    const html = await (await fetch(`${whole.origin}/en/widget/statement`)).text();
    const [, about = ""] = /(With the program[\s\S]*)/.exec(html) ?? [];
    const [module = [], data = []] = [...about.matchAll(/<code>([^<]*)<\/code>/g)].map(([, lines]) =>
      lines?.split("\n"),
    );
    const [, path = ""] = /(\/widget\/[\d.]+\/remit-compare\.js)/.exec(html) ?? [];
    for (const [address, lines] of [
      [path, module],
      ["/v1/widget/be-ma.json", data],
    ] as const) {
      expect(lines.length).toBeGreaterThan(5);
      const { headers } = await fetch(`${whole.origin}${address}`);
      for (const line of lines) {
        const [name = "", ...value] = line.split(": ");
        expect(`${name}: ${headers.get(name)}`).toBe(`${name}: ${value.join(": ")}`);
      }
      expect(headers.get("set-cookie")).toBeNull();
    }
  });
});
