import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Frame, Page } from "playwright-core";
import { findAxeViolations } from "../support/axe.ts";
import { listStored } from "../support/inspect-page.ts";
import { openBrowser } from "../support/open-browser.ts";
import { openSiteScene, type SiteScene } from "../support/site-scene.ts";
import { findSmallTargets } from "../support/small-targets.ts";
import { until } from "../support/until.ts";

let site: SiteScene;
let browser: Browser;
let host: Server;
let hostOrigin: string;

/** What stands in the body of a host's page, and a policy as strict as its officer wants it. */
const pages = new Map<string, { readonly body: string; readonly policy: string }>();

beforeAll(async () => {
  [site, browser] = await Promise.all([openSiteScene(), openBrowser()]);
  host = createServer((request, response) => {
    const { body, policy } = pages.get(request.url ?? "") ?? { body: "", policy: "default-src 'none'" };
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
    response.end(`<!doctype html><html lang="en"><head><title>Host</title></head><body>${body}</body></html>`);
  });
  await once(host.listen(0, "localhost"), "listening");
  hostOrigin = `http://localhost:${(host.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  host.close();
  host.closeAllConnections();
  await site.close();
});

interface Hosted {
  readonly page: Page;
  readonly frame: Frame;
  readonly complaints: string[];
  readonly asked: Set<string>;
}

async function show(
  query: string,
  options: { width?: number; attributes?: string; helper?: boolean },
): Promise<Hosted> {
  const { width = 360, attributes = "", helper = true } = options;
  const path = `/${pages.size}`;
  const frameTag = `<iframe src="${site.origin}/embed/${query}" title="Prices" width="100%" height="200" ${attributes}></iframe>`;
  const script = helper ? `<script src="${site.origin}/widget/1/resize.js"></script>` : "";
  pages.set(path, {
    body: `${frameTag}${script}`,
    policy: `default-src 'none'; frame-src ${site.origin}; script-src ${site.origin}; style-src 'self'`,
  });
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const complaints: string[] = [];
  const asked = new Set<string>();
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(`${hostOrigin}${path}`);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (frame === undefined) throw new Error("the host shows no frame");
  await frame.waitForLoadState();
  return { page, frame, complaints, asked };
}

const heightOf = (page: Page) => page.evaluate(() => document.querySelector("iframe")?.clientHeight ?? 0);
const contentHeight = (frame: Frame) =>
  frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

describe("a frame on a page of another origin, with a strict policy", () => {
  it.each([
    ["fr", 360],
    ["en", 1_280],
    ["ar", 280],
  ])("is as high as what is in it, and stays so: %s at %d pixels", async (lang, width) => {
    const { page, frame, complaints, asked } = await show(`be-ma?lang=${lang}`, { width });
    await until(async () => (await heightOf(page)) === (await contentHeight(frame)));
    const closed = await heightOf(page);
    expect(closed).toBeGreaterThan(300);
    await frame.locator("summary").click();
    await until(async () => (await heightOf(page)) > closed);
    expect(await heightOf(page)).toBe(await contentHeight(frame));
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await frame.evaluate(() => document.documentElement.dir)).toBe(lang === "ar" ? "rtl" : "ltr");
    expect(complaints).toEqual([]);
    expect([...asked].sort()).toEqual([hostOrigin, site.origin].sort());
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  });

  it.each(["light", "dark", "auto"])("has nothing wrong for axe, and targets for thumbs: %s", async (theme) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 }, colorScheme: "dark" });
    for (const [lang, query] of [
      ["fr", "be-ma"],
      ["ar", "be-cd"],
      ["en", "be-zz"],
    ] as const) {
      await page.goto(`${site.origin}/embed/${query}?lang=${lang}&theme=${theme}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      expect(await findSmallTargets(page)).toEqual([]);
      expect(await listStored(page)).toEqual([]);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(theme === "light" ? "rgb(255, 255, 255)" : "rgb(15, 21, 19)");
    }
    await page.close();
  });

  it("shows another amount in place, and the whole page in one of its own", async () => {
    const { page, frame } = await show("be-ma?lang=en&amount=200", {});
    await frame.getByRole("link", { name: "€250" }).click();
    await frame.waitForURL(/amount=250/);
    expect(await frame.locator("caption").first().textContent()).toContain("€250");
    const [opened] = await Promise.all([page.waitForEvent("popup"), frame.locator('a[target="_blank"]').click()]);
    await opened.waitForLoadState();
    expect(opened.url()).toBe(`${site.origin}/en/be-ma?pay=250`);
    expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
    await opened.close();
    await page.close();
  });

  it("is whole where scripts are off", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/embed/be-ma?lang=en`);
    expect(await page.locator("tbody tr").count()).toBeGreaterThan(1);
    await page.getByRole("link", { name: "€250" }).click();
    expect(page.url()).toContain("amount=250");
    await context.close();
  });
});

describe("the helper on the host's page", () => {
  it("believes nobody but the frames of its own site", async () => {
    const { page, frame } = await show("be-ma?lang=en", {});
    await until(async () => (await heightOf(page)) === (await contentHeight(frame)));
    const before = await heightOf(page);
    // From the host itself, and in the name of the site but from no frame of it.
    await page.evaluate((origin) => {
      const data = { type: "remit-compare:height", height: 9_999 };
      window.postMessage(data, "*");
      const inner = document.querySelector("iframe")?.contentWindow ?? null;
      dispatchEvent(new MessageEvent("message", { data, origin, source: window }));
      dispatchEvent(new MessageEvent("message", { data, origin: "https://evil.example", source: inner }));
      for (const height of [-1, 0, 1e9, "500", null]) {
        dispatchEvent(new MessageEvent("message", { data: { ...data, height }, origin, source: inner }));
      }
      dispatchEvent(new MessageEvent("message", { data: null, origin, source: inner }));
    }, site.origin);
    await page.waitForTimeout(200);
    expect(await heightOf(page)).toBe(before);
    await page.close();
  });

  it("is not needed: without it the frame scrolls", async () => {
    const { page, frame, complaints } = await show("be-ma?lang=en", { helper: false });
    expect(await heightOf(page)).toBe(200);
    expect(await contentHeight(frame)).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe("a frame that WordPress made of a pasted address", () => {
  it("is styled though it is shut off, and speaks of heights and of the link as WordPress listens", async () => {
    const secret = "aB3dE5";
    const { page, frame } = await show(`be-ma?lang=fr#?secret=${secret}`, {
      attributes: `sandbox="allow-scripts" data-secret="${secret}"`,
      helper: false,
    });
    const heard = page.evaluate(
      () =>
        new Promise<unknown[]>((done) => {
          const all: { message?: string }[] = [];
          addEventListener("message", ({ data, source }) => {
            if (source === document.querySelector("iframe")?.contentWindow) all.push(data);
            if (data.message === "link") done(all);
          });
        }),
    );
    expect(await frame.evaluate(() => getComputedStyle(document.body).borderTopLeftRadius)).toBe("12px");
    await frame.locator("summary").click();
    await frame.locator('a[target="_blank"]').click();
    const messages = await heard;
    const height = await contentHeight(frame);
    expect(messages).toContainEqual({ message: "height", value: height, secret });
    expect(messages.at(-1)).toEqual({ message: "link", value: `${site.origin}/fr/be-ma`, secret });
    const links = await frame
      .locator(".choices a")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash));
    expect(new Set(links)).toEqual(new Set([`#?secret=${secret}`]));
    await page.close();
  });

  it("cannot be made of any other page", async () => {
    const page = await browser.newPage();
    pages.set("/other", { body: `<iframe src="${site.origin}/en/be-ma" title="x"></iframe>`, policy: "default-src *" });
    await page.goto(`${hostOrigin}/other`);
    await page.waitForTimeout(500);
    const inner = page.frames().find((one) => one !== page.mainFrame());
    expect(inner?.url()).not.toBe(`${site.origin}/en/be-ma`);
    await page.close();
  });
});

describe("pictures on a host's page", () => {
  it.each(["svg", "png"])("are shown, and for an unknown route too: %s", async (form) => {
    const page = await browser.newPage();
    const tags = ["be-ma", "be-zz"].map((id) => `<img src="${site.origin}/embed/${id}.${form}?lang=ar" alt="${id}">`);
    pages.set(`/${form}`, { body: tags.join(""), policy: `default-src 'none'; img-src ${site.origin}` });
    await page.goto(`${hostOrigin}/${form}`, { waitUntil: "load" });
    const sizes = await page.evaluate(() =>
      [...document.images].map(({ complete, naturalWidth }) => [complete, naturalWidth]),
    );
    const width = form === "svg" ? 400 : 800;
    expect(sizes).toEqual([
      [true, width],
      [true, width],
    ]);
    await page.close();
  });
});
