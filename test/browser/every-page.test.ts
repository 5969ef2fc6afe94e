import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { findAxeViolations } from "../support/axe.ts";
import { inspectPage, nothingFound } from "../support/inspect-page.ts";
import { openBrowser } from "../support/open-browser.ts";
import { openSiteScene, type SiteScene } from "../support/site-scene.ts";
import { findSmallTargets } from "../support/small-targets.ts";
import { type Visit, visit } from "../support/visit.ts";

/** Read first by most senders in Belgium, the source of all others, and one from right to left. */
const languages = ["fr", "en", "ar"];
const phone = { viewport: { width: 360, height: 740 } };
const mostBytes = 50 * 1_024;

let site: SiteScene;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSiteScene(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Every page, in every state that it is drawn differently in. */
const pages: readonly (readonly [path: string, status: number])[] = [
  ["/", 200],
  ["/go?from=BE&to=ES", 404],
  ["/be-ma", 200],
  ["/be-ma?receive=2000&payOut=cash_pickup&maxDays=2", 200],
  ["/be-ma?payIn=mobile_money", 200],
  ["/be-ma?pay=1,000", 400],
  ["/be-cd?currency=CDF", 200],
  ["/be-ke", 200],
  ["/be-dz", 200],
  ["/be-ma/history?pay=200", 200],
  ["/be-ma/history?since=2026-11-30&until=2026-11-01", 400],
  ["/be-dz/history", 200],
  ["/be-ma/print?also=ar", 200],
  ["/be-ma/print?also=nl", 200],
  ["/be-dz/print", 200],
  ["/corridors", 200],
  ["/check", 200],
  ["/check?corridor=be-ma", 200],
  ["/save", 200],
  ["/save?corridor=be-ma.MAD&pay=200&times=12&now=western-union.cash.cash_pickup", 200],
  ["/report?quote=QUOTE&corridor=be-ma", 200],
  ["/observe", 200],
  ["/rights", 200],
  ["/method", 200],
  ["/sources", 200],
  ["/data", 200],
  ["/about", 200],
  ["/corrections", 200],
  ["/certification", 200],
  ["/privacy", 200],
  ["/no-such-page", 404],
];

const addressOf = (code: string, path: string) => `${site.origin}/${code}${path.replace("QUOTE", site.quoteId)}`;

/** Bytes over the wire of everything a page loads, as Chromium counts them: headers too, bodies compressed. */
async function countBytes(page: Page, work: () => Promise<unknown>): Promise<number> {
  const network = await page.context().newCDPSession(page);
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await network.send("Network.enable");
  await work();
  return bytes;
}

describe("every page, in French, English and Arabic", () => {
  it.each(pages)(
    "%s has nothing wrong: light, dark, narrow, wide, enlarged, asking nobody else, leaving nothing",
    async (path, status) => {
      const look = async (code: string) =>
        visit(browser, phone, async ({ page, complaints, asked }) => {
          const url = addressOf(code, path);
          const bytes = await countBytes(page, async () => {
            const response = await page.goto(url);
            expect(response?.status()).toBe(status);
          });
          const root = page.locator("html");
          expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual([
            code,
            code === "ar" ? "rtl" : "ltr",
          ]);
          expect(await inspectPage(page)).toEqual(nothingFound);
          expect(asked.filter((one) => new URL(one).origin !== site.origin)).toEqual([]);
          expect(complaints).toEqual([]);
          expect(bytes).toBeGreaterThan(4_000);
          expect(bytes).toBeLessThanOrEqual(mostBytes);
        });
      await Promise.all(languages.map(look));
    },
  );

  it.each(languages)("weighs at most 50 KB where more than fifty options are listed, in %s", async (code) => {
    await visit(browser, phone, async ({ page }) => {
      const bytes = await countBytes(page, () => page.goto(addressOf(code, "/be-tr")));
      expect(await page.locator(".offer").count()).toBeGreaterThan(50);
      expect(bytes).toBeLessThanOrEqual(mostBytes);
    });
  });
});

describe("what looks at the pages", () => {
  const spoil = (work: (visit: Visit) => Promise<void>) =>
    visit(browser, phone, async (seen) => {
      await seen.page.goto(addressOf("en", "/be-ma"));
      await work(seen);
    });

  it("finds bad contrast, small targets, small text, a page that is too wide and what is left behind", async () => {
    await spoil(async ({ page }) => {
      await page.evaluate(() => {
        const [heading, button] = [document.querySelector("h1"), document.querySelector("button")];
        heading?.setAttribute("lang", "no such language");
        for (const element of document.querySelectorAll<HTMLElement>(".quiet")) element.style.color = "#bbb";
        if (button !== null) Object.assign(button.style, { height: "20px", minHeight: "0", fontSize: "12px" });
        document.querySelector("main")?.style.setProperty("min-width", "1500px");
        void cookieStore.set("followed", "1");
        localStorage.setItem("followed", "1");
      });
      const found = await inspectPage(page);
      expect(found.axe).toContainEqual(expect.stringMatching(/^color-contrast/));
      expect(found.axe).toContainEqual(expect.stringMatching(/^valid-lang/));
      expect(found.smallTargets).toContainEqual(expect.stringMatching(/^BUTTON \d+ × 20/));
      expect(found.smallText).toContainEqual(expect.stringMatching(/^12 px/));
      expect(found.sideways).toEqual([320, 360, 1_280, 640]);
      expect(found.stored).toEqual(["cookie followed", "localStorage followed"]);
    });
  });

  it("finds colours that are bad in the dark only", async () => {
    await spoil(async ({ page }) => {
      await page.evaluate(() => document.querySelector("h1")?.style.setProperty("color", "#333"));
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await findAxeViolations(page, "colours")).toEqual([expect.stringMatching(/^color-contrast \(1\): <h1/)]);
      expect(await findSmallTargets(page)).toEqual([]);
    });
  });

  it("hears what the policy forbids, and who else is asked", async () => {
    await spoil(async ({ page, complaints, asked }) => {
      await page.evaluate(() => {
        document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.1:1/pixel.gif" }));
        document.body.append(Object.assign(document.createElement("script"), { textContent: "globalThis.ran = 1" }));
      });
      await page.waitForLoadState("networkidle");
      expect(complaints).toContainEqual(expect.stringMatching(/against the policy: img-src/));
      expect(complaints).toContainEqual(expect.stringMatching(/against the policy: script-src/));
      expect(asked).toContain("http://127.0.0.1:1/pixel.gif");
    });
  });
});
