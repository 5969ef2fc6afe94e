import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../support/open-browser.ts";
import { openSiteScene, type SiteScene } from "../support/site-scene.ts";
import { visit } from "../support/visit.ts";

let site: SiteScene;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSiteScene(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Focus {
  readonly name: string;
  readonly isVisible: boolean;
}

/** What has the focus, by its text or name, and whether somebody can see that. */
function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return { name: "", isVisible: true };
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    const isInWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const name = focused.getAttribute("name") ?? focused.textContent?.trim() ?? "";
    const value = focused.getAttribute("type") === "radio" ? `=${focused.getAttribute("value")}` : "";
    // Inside a field for a day, Chromium marks the part that has the focus by itself.
    const isMarked = !focused.matches(":focus") || (outlineStyle !== "none" && Number.parseInt(outlineWidth, 10) >= 2);
    return { name: `${name}${value}`, isVisible: isInWindow && isMarked };
  });
}

/** Tab after Tab until the wanted thing has the focus, which can be seen all the way. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  const met: Focus[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await readFocus(page);
    met.push(focus);
    expect(focus).toEqual({ name: focus.name, isVisible: true });
    if (typeof wanted === "string" ? focus.name === wanted : wanted.test(focus.name)) return;
  }
  throw new Error(`no Tab leads to ${wanted}: ${met.map(({ name }) => name.slice(0, 30)).join(" · ")}`);
}

describe("by keyboard alone", () => {
  it("somebody finds a price, its proof, and the way to report it, and always sees where they are", async () => {
    await visit(browser, { reducedMotion: "reduce" }, async ({ page, complaints }) => {
      const press = (key: string) => page.keyboard.press(key);
      await page.goto(`${site.origin}/en/`);
      await tabTo(page, "Go to the content");
      await press("Enter");
      await tabTo(page, "Belgium to Morocco");
      await press("Enter");
      await page.waitForURL("**/en/be-ma?pay=200**");

      await tabTo(page, "pay");
      await page.keyboard.type("500");
      await press("Enter");
      await page.waitForURL("**pay=500**");

      await tabTo(page, "All numbers and proof");
      await press("Space");
      await tabTo(page, "Report a wrong price");
      await press("Enter");
      await page.waitForURL("**/en/report?**");

      await tabTo(page, "fee");
      await page.keyboard.type("3.50");
      await tabTo(page, /^where=/);
      await press("Space");
      await tabTo(page, "Send this report");
      site.waitSeconds(20);
      await press("Enter");
      await page.getByText("The number of your report:").waitFor();
      expect(complaints).toEqual([]);
    });
  });
});

/** How far something is from the side where reading starts, and how wide it is. */
async function fromStart(page: Page, selector: string): Promise<readonly [number, number]> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isRightToLeft = document.documentElement.dir === "rtl";
      return [
        Math.round(isRightToLeft ? document.documentElement.clientWidth - right : left),
        Math.round(width),
      ] as const;
    });
}

describe("from right to left", () => {
  const read = async (code: string, path: string, look: (page: Page) => Promise<unknown>) => {
    let seen: unknown;
    await visit(browser, {}, async ({ page }) => {
      await page.goto(`${site.origin}/${code}${path}`);
      seen = await look(page);
    });
    return seen;
  };

  it.each([
    ["/be-ma", [".offer .what", ".offer .who", ".offer.first", "main .card", ".checked"]],
    ["/", ["#from", "#to", ".cost-row", ".cost-bar"]],
    ["/corridors", [".region", "figure.map"]],
    ["/be-ma/print?also=nl", [".both > .stack", ".sheet-foot .qr"]],
  ] as const)("%s is the mirror image of the same page from left to right", async (path, selectors) => {
    const places = (page: Page) => Promise.all(selectors.map((selector) => fromStart(page, selector)));
    expect(await read("ar", path, places)).toEqual(await read("en", path, places));
  });

  it("starts at the right: the name of the site, headings, bars, and the edge of a note", async () => {
    const sides = (page: Page) =>
      page.evaluate(() => {
        const middle = innerWidth / 2;
        const sideOf = (selector: string) => {
          const range = document.createRange();
          const element = document.querySelector(selector);
          if (element === null) return `no ${selector}`;
          range.selectNodeContents(element);
          const { left, right } = range.getBoundingClientRect();
          return (left + right) / 2 > middle ? "right" : "left";
        };
        const bar = document.querySelector(".bar-fee")?.getBoundingClientRect();
        const frame = document.querySelector(".bar")?.getBoundingClientRect();
        return {
          brand: sideOf(".brand"),
          nav: sideOf(".site-header nav a:last-child"),
          heading: sideOf("h1"),
          who: sideOf(".offer h3"),
          barStarts: bar && frame && (Math.round(bar.left) === Math.round(frame.left) ? "left" : "right"),
          toBeRead: getComputedStyle(document.querySelector("h1") ?? document.body).textAlign,
        };
      });
    const left = { brand: "left", nav: "right", heading: "left", who: "left", barStarts: "left", toBeRead: "start" };
    const right = {
      brand: "right",
      nav: "left",
      heading: "right",
      who: "right",
      barStarts: "right",
      toBeRead: "start",
    };
    expect(await read("en", "/be-ma", sides)).toEqual(left);
    expect(await read("ar", "/be-ma", sides)).toEqual(right);
  });

  it("keeps names and figures of the other script whole inside a sentence", async () => {
    const figure = (page: Page) => page.locator(".answer .figure").innerText();
    expect(await read("ar", "/be-ma?pay=200", figure)).toMatch(/2[.,]157[.,]31/);
  });
});

describe("the notice that prices are not real", () => {
  it.each(["en", "ar"])("is as wide as the window and begins where the text begins, in %s", async (code) => {
    await visit(browser, {}, async ({ page }) => {
      await page.goto(`${site.origin}/${code}/be-ma`);
      expect(await fromStart(page, ".simulated")).toEqual([0, 1_280]);
      const [[notice], [brand]] = [await fromStart(page, ".simulated strong"), await fromStart(page, ".brand")];
      expect(notice).toBe(brand);
    });
  });
});
