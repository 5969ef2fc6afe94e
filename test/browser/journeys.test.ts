import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { findAxeViolations } from "../support/axe.ts";
import { listStored } from "../support/inspect-page.ts";
import { openBrowser } from "../support/open-browser.ts";
import { openSiteScene, type SiteScene } from "../support/site-scene.ts";
import { type Visit, visit } from "../support/visit.ts";

let site: SiteScene;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSiteScene(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("somebody %s", (_how, javaScriptEnabled) => {
  /** From a phone. Whatever they do, nobody else learns of it, nothing is broken and nothing stays. */
  const go = (path: string, work: (page: Page, seen: Visit) => Promise<void>) =>
    visit(browser, { javaScriptEnabled, viewport: { width: 360, height: 740 } }, async (seen) => {
      await seen.page.goto(`${site.origin}${path}`);
      await work(seen.page, seen);
      expect(seen.asked.filter((url) => new URL(url).origin !== site.origin)).toEqual([]);
      expect(seen.complaints).toEqual([]);
      expect(await listStored(seen.page)).toEqual([]);
    });
  const button = (page: Page, name: string) => page.getByRole("button", { name });
  const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
  const heading = (page: Page) => page.locator("h1").innerText();

  it("asks, sees one number first, opens the proof, and reports a price that was another one in the shop", async () => {
    await go("/en/", async (page) => {
      await page.getByLabel("To", { exact: true }).selectOption({ label: "Morocco" });
      await page.getByLabel("You pay in all (Euro)").fill("200");
      await button(page, "Compare").click();
      await page.waitForURL("**/en/be-ma?pay=200");
      expect(await page.locator(".answer .lead").innerText()).toMatch(/puts\s+MAD\s2,157\.31\s+in the hand/);
      expect(await page.locator(".answer .loss").innerText()).toMatch(/^You lose €0\.48\.$/);

      const shop = page.locator(".offer", { hasText: "Western Union" });
      await shop.getByText("All numbers and proof").click();
      expect(await shop.locator("dl").innerText()).toMatch(/1 EUR = 10\.5312 MAD/);
      await link(page, "Report a wrong price").and(shop.getByRole("link")).click();
      await page.getByLabel("Fee (Euro)").fill("6,90");
      await page.getByLabel("At a counter").check();
      await page.getByLabel("In your own words").fill("The shop asked for more.");
      site.waitSeconds(20);
      await button(page, "Send this report").click();

      const number = await page.locator("code").innerText();
      const { rows } = await site.database.pool.query("select * from reports where report_id = $1", [number]);
      expect(rows).toEqual([
        expect.objectContaining({
          corridor_key: "be-ma:EUR-MAD",
          provider: "western-union",
          seen_fee: "6.9",
          seen_where: "counter",
          text: "The shop asked for more.",
          language: "en",
        }),
      ]);
      // The checker is a program of the page too.
      if (javaScriptEnabled) expect(await findAxeViolations(page, "everything")).toEqual([]);
    });
  });

  it("sees all options where the best three do not do, and only those that fit by the filters", async () => {
    await go("/en/be-ma?pay=200", async (page) => {
      const ria = page.locator(".offer", { hasText: "Ria" });
      expect(await ria.isVisible()).toBe(false);
      await page
        .getByText(/Show \d more options?/)
        .first()
        .click();
      expect(await ria.isVisible()).toBe(true);
      await page.getByText("Choose how and how fast").click();
      await page.getByRole("checkbox", { name: "Cash", exact: true }).check();
      await button(page, "Compare").click();
      await page.waitForURL("**payIn=cash**");
      expect(await page.locator(".offer .who h3").allInnerTexts()).toEqual([
        "MoneyGram",
        "Moneytrans",
        "Western Union",
      ]);
    });
  });

  it("asks for an exact sum in their hand", async () => {
    await go("/en/be-ma?pay=200", async (page) => {
      await link(page, "They must get an exact amount").click();
      await page.getByLabel(/They must get exactly/).fill("2000");
      await button(page, "Compare").click();
      await page.waitForURL("**receive=2000**");
      expect(await page.locator(".answer .lead").innerText()).toMatch(/They get MAD\s2,000\.00.*you pay\s+€185\.\d\d/s);
    });
  });

  it("is told what is wrong with an amount, beside it", async () => {
    await go("/en/be-ma?pay=1,000", async (page) => {
      const field = page.getByLabel(/I pay in all/);
      const wrong = await field.getAttribute("aria-describedby");
      expect(await page.locator(`#${wrong?.split(" ").at(-1)}`).innerText()).toMatch(/thousands without/);
    });
  });

  it("saves in two steps: the route, then what is used now", async () => {
    await go("/en/save", async (page) => {
      await page.getByLabel("From and to").selectOption({ label: "Belgium to Morocco" });
      await button(page, "Next").click();
      await page.getByLabel("How do you send now?").selectOption({ label: "Western Union (Cash, Cash to collect)" });
      await button(page, "Calculate").click();
      await page.waitForURL("**now=western-union.cash.cash_pickup**");
      expect(await page.locator("main section").innerText()).toMatch(/MAD\s[\d,.]+\s+more in their hand each year/);
    });
  });

  it("sees what it cost until now, as lines and as a table", async () => {
    await go("/en/be-ma?pay=200", async (page) => {
      await link(page, "What it cost until now").click();
      await page.waitForURL("**/be-ma/history?pay=200");
      expect(await page.locator("svg path").count()).toBeGreaterThan(2);
      expect(await page.locator("table tbody tr").count()).toBe(7);
    });
  });

  it("sees all countries on a map and in a table, and goes to one", async () => {
    await go("/en/", async (page) => {
      await link(page, "All countries").first().click();
      expect(await page.getByRole("img", { name: /Map with \d+ routes/ }).isVisible()).toBe(true);
      await page.locator("table").getByRole("link", { name: "Belgium to Kenya" }).click();
      expect(await heading(page)).toBe("Send money from Belgium to Kenya");
    });
  });

  it("changes the language and keeps the place and the question, and every link stays in that language", async () => {
    await go("/en/be-ma?pay=345&payIn=cash", async (page) => {
      await link(page, "العربية").click();
      await page.waitForURL("**/ar/be-ma?pay=345&payIn=cash");
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
      expect(await page.locator("#amount").inputValue()).toBe("345");
      const links = await page
        .locator("a[href^='/']:not([hreflang])")
        .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      expect(links.filter((href) => !href?.match(/^\/(ar\/|v1\/)/))).toEqual([]);
    });
  });

  it("opens the sheet to print, which says that prices are simulated, on paper too", async () => {
    await go("/en/be-ma?pay=200", async (page) => {
      await link(page, "A sheet to print").click();
      await page.waitForURL("**/en/be-ma/print?pay=200");
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".simulated").isVisible()).toBe(true);
      expect(await page.locator(".no-print").isVisible()).toBe(false);
      expect(await page.getByRole("img", { name: /QR code/ }).isVisible()).toBe(true);
    });
  });
});
