import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { findAxeViolations } from "../support/axe.ts";
import { listStored } from "../support/inspect-page.ts";
import { openBrowser } from "../support/open-browser.ts";
import { openSiteScene, type SiteScene } from "../support/site-scene.ts";
import { type Visit, visit } from "../support/visit.ts";

const phone = { viewport: { width: 360, height: 740 } };

let site: SiteScene;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSiteScene(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const go = (path: string, work: (seen: Visit) => Promise<void>, javaScriptEnabled = true) =>
  visit(browser, { ...phone, javaScriptEnabled, permissions: ["clipboard-read", "clipboard-write"] }, async (seen) => {
    await seen.page.goto(`${site.origin}${path}`);
    await work(seen);
    expect(seen.asked.filter((url) => new URL(url).origin !== site.origin)).toEqual([]);
  });

describe("what a shop showed", () => {
  const paid = /You pay €208\.00 in all\. They get\s+MAD\s2,080\.00/;

  async function typeOffer(page: Page): Promise<void> {
    await page.getByLabel("Amount you send (Euro)").fill("200");
    await page.getByLabel("Fee (Euro)").fill("8");
    await page.getByLabel(/Exchange rate/).fill("10,40");
    await page.getByRole("button", { name: "Check this offer" }).click();
  }

  it("is calculated on the device, and nothing of it is sent", async () => {
    await go("/en/check?corridor=be-ma", async ({ page, asked, complaints }) => {
      const before = asked.length;
      await typeOffer(page);
      const result = page.locator("#result");
      expect(await result.innerText()).toMatch(paid);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("result-title");
      expect(await page.getByText("Nothing of what you type is sent").isVisible()).toBe(true);
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      expect([asked.slice(before), complaints, await listStored(page)]).toEqual([[], [], []]);
      expect(page.url()).toBe(`${site.origin}/en/check?corridor=be-ma`);
    });
  });

  it("is told beside the field where it makes no sense, without a request", async () => {
    await go("/en/check?corridor=be-ma", async ({ page, asked }) => {
      await page.locator("form").evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
      const before = asked.length;
      await page.getByRole("button", { name: "Check this offer" }).click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
      expect(await page.locator(".wrong").count()).toBeGreaterThan(1);
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      expect(asked.length).toBe(before);
    });
  });

  it("says the same without JavaScript, by a form that no address keeps", async () => {
    await go(
      "/en/check?corridor=be-ma",
      async ({ page }) => {
        await typeOffer(page);
        expect(await page.locator("#result").innerText()).toMatch(paid);
        expect(page.url()).toBe(`${site.origin}/en/check`);
      },
      false,
    );
  });
});

describe("the text to share", () => {
  it("goes to the clipboard where there is no list of places to share to, and says that prices are simulated", async () => {
    await go("/en/be-ma?pay=200", async ({ page, complaints }) => {
      await page.getByRole("button", { name: "Share as a short text" }).click();
      await page.getByText("Copied.").waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toMatch(/^Practice prices\.\n.*Belgium to Morocco/);
      expect(text.length).toBeLessThanOrEqual(300);
      expect(complaints).toEqual([]);
    });
  });

  it("is opened and copied by hand without JavaScript", async () => {
    await go(
      "/en/be-ma?pay=200",
      async ({ page }) => {
        await page.getByRole("link", { name: "A short text to share" }).click();
        await page.waitForURL("**/en/be-ma/text?pay=200");
        expect(await page.locator("body").innerText()).toMatch(/^Practice prices\.\n/);
      },
      false,
    );
  });
});

describe("a page that somebody keeps", () => {
  it("is shown without a network, with the date of its prices, until it is forgotten with everything it left", async () => {
    await go("/en/be-ma?pay=200", async ({ page, complaints }) => {
      expect(await listStored(page)).toEqual([]);
      await page.getByRole("button", { name: "Keep this page on my phone" }).click();
      await page.getByText("This page is kept on your phone.").waitFor();
      expect(await listStored(page)).toEqual(["cache kept-pages", `service worker ${site.origin}/`]);
      await page.evaluate(() => navigator.serviceWorker.ready);
      const [online] = await page.locator(".answer").allInnerTexts();

      await site.goAway();
      await page.reload();
      expect(
        await page.getByText(/You are offline\. The newest price on this copy is of 23 Nov 2026/).isVisible(),
      ).toBe(true);
      expect(await page.locator(".answer").allInnerTexts()).toEqual([online]);
      expect(await page.locator(".simulated").isVisible()).toBe(true);
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      await page.goto(`${site.origin}/en/corridors`);
      expect(page.url()).toBe(`${site.origin}/en/be-ma?pay=200`);

      await page.getByRole("button", { name: "Forget this page" }).click();
      await page.getByText("This page is not kept any more.").waitFor();
      expect(await listStored(page)).toEqual([]);
      await expect(page.reload()).rejects.toThrow("ERR_CONNECTION_REFUSED");
      await page.waitForURL("chrome-error:**");

      await site.comeBack();
      await page.goto(`${site.origin}/en/be-ma?pay=200`);
      expect(await page.getByText(/You are offline/).isVisible()).toBe(false);
      expect(complaints.filter((text) => !text.includes("ERR_CONNECTION_REFUSED"))).toEqual([]);
    });
  });
});
