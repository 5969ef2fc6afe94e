import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createApiKey, readVisits } from "@openremit/shared/storage";
import type { Browser, Page } from "playwright-core";
import { findAxeViolations } from "../support/axe.ts";
import { sceneNow } from "../support/comparison-scene.ts";
import { listStored } from "../support/inspect-page.ts";
import { openBrowser } from "../support/open-browser.ts";
import { openSiteScene, type SiteScene } from "../support/site-scene.ts";
import { type Visit, visit } from "../support/visit.ts";

const phone = { viewport: { width: 360, height: 740 } };
let site: SiteScene;
let browser: Browser;
let key = "";
beforeAll(async () => {
  [site, browser] = await Promise.all([openSiteScene(), openBrowser()]);
  const wanted = { label: "Maison des migrants", scopes: ["write:observations" as const], expiresAt: null };
  key = (await createApiKey(site.database, wanted, sceneNow)).text;
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const go = (work: (seen: Visit) => Promise<void>, javaScriptEnabled = true) =>
  visit(browser, { ...phone, javaScriptEnabled }, async (seen) => {
    await seen.page.goto(`${site.origin}/en/observe`);
    await work(seen);
    expect(seen.asked.filter((url) => new URL(url).origin !== site.origin)).toEqual([]);
  });

async function fill(page: Page, { visitor = "V1", enteredBy = "E1", fee = "4,00" } = {}): Promise<void> {
  await page.getByLabel("From where to where?").selectOption({ label: "Belgium → Morocco (MAD)" });
  await page.getByLabel("Which provider?").selectOption({ label: "Ria Money Transfer" });
  await page.getByLabel("On which day?").fill("2026-11-22");
  await page.getByLabel("At what time?").fill("16:30");
  await page.getByLabel("Code of the person who went").fill(visitor);
  await page.getByLabel("Code of the person who types this").fill(enteredBy);
  await page.getByLabel("1. Amount you asked about").fill("200");
  await page.getByLabel("2. Fee").fill(fee);
  await page.getByLabel("Inside: they take the fee out of the amount").check();
  await page.getByLabel("3. Exchange rate").fill("10,50");
  await page.getByLabel("4. What arrives").fill("2058");
  await page.getByLabel("5. When does it arrive?").selectOption({ label: "In less than one hour" });
  await page.getByLabel("6. How do they collect it?").selectOption({ label: "Cash to collect" });
  await page.getByLabel("8. Where can they collect it?").fill("Any branch");
}

async function send(page: Page, text = key): Promise<void> {
  await page.getByLabel("Your key").fill(text);
  await page.getByRole("button", { name: "Send this visit" }).click();
}

const statesOf = async (visitor: string) =>
  (await readVisits(site.database)).visits
    .filter(({ entries }) => entries.some((entry) => entry.visit.visitor === visitor))
    .map(({ state, entries }) => [state, entries.length]);

describe("a visit to a shop, entered without JavaScript", () => {
  it("is kept, entered again by somebody else, and then to be shown", async () => {
    await go(async ({ page }) => {
      await fill(page);
      await send(page);
      expect(await page.getByText("Now another person must enter the same visit.").isVisible()).toBe(true);
      await page.getByRole("link", { name: "Enter another visit" }).click();
      await fill(page, { enteredBy: "E2" });
      await send(page);
      expect(await page.getByText("We show the price in a moment.").isVisible()).toBe(true);
    }, false);
    expect(await statesOf("V1")).toEqual([["accepted", 2]]);
  });

  it("with a wrong key stays in the form, and the key goes", async () => {
    await go(async ({ page }) => {
      await fill(page, { visitor: "V2" });
      await send(page, "orm_wrong");
      expect(await page.locator("#key-wrong").innerText()).toBe("This key does not work. Please look at it again.");
      expect([
        await page.getByLabel("4. What arrives").inputValue(),
        await page.getByLabel("Your key").inputValue(),
      ]).toEqual(["2058", ""]);
    }, false);
    expect(await statesOf("V2")).toEqual([]);
  });
});

describe("with JavaScript", () => {
  it("nothing is kept on the device before somebody asks for it", async () => {
    await go(async ({ page, complaints }) => {
      await page.getByRole("button", { name: "Keep on this device" }).waitFor();
      expect([await listStored(page), complaints]).toEqual([[], []]);
      await fill(page, { visitor: "V3" });
      await send(page);
      expect(await page.getByText("Now another person must enter").isVisible()).toBe(true);
      expect(await listStored(page)).toEqual([]);
    });
  });

  it("an entry is kept without a network, and sent when there is one; the key never stays, and nothing is left", async () => {
    await go(async ({ page }) => {
      await page.getByRole("button", { name: "Keep this page on my phone" }).click();
      await page.getByText("This page is kept on your phone.").waitFor();
      await site.goAway();
      await page.goto(`${site.origin}/en/observe`);
      expect(await page.getByText("You are offline.").isVisible()).toBe(true);

      await page.getByLabel("Your key").fill(key);
      for (const visitor of ["V4", "V5"]) {
        await fill(page, { visitor });
        await page.getByRole("button", { name: "Keep on this device" }).click();
        await page.getByText(new RegExp(`Ria Money Transfer · .* · 200 · .* · ${visitor}`)).waitFor();
        expect(await page.getByLabel("2. Fee").inputValue()).toBe("");
      }
      expect(await listStored(page)).toContain("database visits");
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      const first = page.getByRole("button", { name: /^Send .* V4$/ });
      await first.click();
      await page.getByText("There is no network. The entry is still on this device.").first().waitFor();

      await page.reload();
      expect(await page.getByLabel("Your key").inputValue()).toBe("");
      expect(await kept(page)).not.toContain(key.slice(13));
      await site.comeBack();
      await first.click();
      await page.getByText("Please write your key first.").first().waitFor();
      await page.getByLabel("Your key").fill("orm_wrong");
      await first.click();
      await page
        .getByText(/This key does not work/)
        .first()
        .waitFor();
      await page.getByLabel("Your key").fill(key);
      await first.click();
      await page.getByText("Now another person must enter the same visit.").waitFor();
      await page.getByRole("button", { name: /^Delete .* V5$/ }).click();
      await page.locator("[data-said]", { hasText: "The entry is deleted." }).waitFor();
      expect(await listStored(page)).not.toContain("database visits");
    });
    expect([await statesOf("V4"), await statesOf("V5")]).toEqual([[["waiting", 1]], []]);
  });

  it("is not kept while a field is missing, and says which", async () => {
    await go(async ({ page }) => {
      await fill(page, { fee: "" });
      await page.getByRole("button", { name: "Keep on this device" }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("fee");
      expect(await listStored(page)).toEqual([]);
    });
  });
});

/** Everything in the databases of the page, as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("visits");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("visits").objectStore("visits").getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result));
          };
        };
      }),
  );
}
