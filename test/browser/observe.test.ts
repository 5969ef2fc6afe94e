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

interface Told {
  readonly visitor?: string;
  readonly enteredBy?: string;
  readonly fee?: string;
  readonly rate?: string;
  readonly received?: string;
}

async function fill(
  page: Page,
  { visitor = "V1", enteredBy = "E1", fee = "4,00", rate = "10,50", received = "2058" }: Told = {},
): Promise<void> {
  await page.getByLabel("From where to where?").selectOption({ label: "Belgium → Morocco (MAD)" });
  await page.getByLabel("Which provider?").selectOption({ label: "Ria Money Transfer" });
  await page.getByLabel("On which day?").fill("2026-11-22");
  await page.getByLabel("At what time?").fill("16:30");
  await page.getByLabel("Code of the person who went").fill(visitor);
  await page.getByLabel("Code of the person who types this").fill(enteredBy);
  await page.getByLabel("1. Amount you asked about").fill("200");
  await page.getByLabel("2. Fee").fill(fee);
  await page.getByLabel("Inside: they take the fee out of the amount").check();
  await page.getByLabel("3. Exchange rate").fill(rate);
  await page.getByLabel("4. What arrives").fill(received);
  await page.getByLabel("5. When does it arrive?").selectOption({ label: "In less than one hour" });
  await page.getByLabel("6. How do they collect it?").selectOption({ label: "Cash to collect" });
  await page.getByLabel("8. Where can they collect it?").fill("Any branch");
}

async function send(page: Page, text = key): Promise<void> {
  await page.getByLabel("Your key").fill(text);
  await page.getByRole("button", { name: "Send this visit" }).click();
}

async function keep(page: Page, told: Told): Promise<void> {
  await fill(page, told);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await page.getByRole("button", { name: new RegExp(`^Send .* ${told.visitor}$`) }).waitFor();
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const said = (page: Page, text: string | RegExp) => page.locator("[data-said]", { hasText: text }).waitFor();

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
      await said(page, "The entry is deleted.");
      expect(await listStored(page)).not.toContain("database visits");
    });
    expect([await statesOf("V4"), await statesOf("V5")]).toEqual([[["waiting", 1]], []]);
  });

  it("is not kept while a field is missing, and says which", async () => {
    await go(async ({ page }) => {
      await fill(page, { fee: "" });
      await page.getByRole("button", { name: "Keep on this device" }).click();
      expect(await focused(page)).toBe("fee");
      expect(await listStored(page)).toEqual([]);
      await fill(page, { rate: "", received: "" });
      await page.getByRole("button", { name: "Keep on this device" }).click();
      expect(await focused(page)).toBe("rate");
      expect(await listStored(page)).toEqual([]);
    });
  });

  it("an entry that the site refuses says why at its fields, can be changed, and sent again", async () => {
    await go(async ({ page }) => {
      await keep(page, { visitor: "V/40", fee: "1.000.000" });
      await page.getByLabel("Your key").fill(key);
      const sending = page.getByRole("button", { name: /^Send .* V\/40$/ });
      await sending.click();
      const refusal = /V\/40: We did not keep this visit yet\. .* Code of the person who went: Please write a code/;
      await said(page, refusal);
      expect([await focused(page), await page.getByLabel("2. Fee").inputValue()]).toEqual(["send-1", ""]);
      await page.reload();
      expect(await page.locator("[data-state]").innerText()).toContain("Code of the person who went: Please write");

      await page.getByRole("button", { name: /^Change .* V\/40$/ }).click();
      await said(page, "The entry is in the form above.");
      expect(await focused(page)).toBe("visitor");
      expect(await page.locator("#visitor-wrong").innerText()).toContain("Please write a code");
      expect(await page.locator("#fee-wrong").isVisible()).toBe(true);
      expect(await page.getByLabel("2. Fee").inputValue()).toBe("1.000.000");
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      await page.getByLabel("2. Fee").fill("4,00");
      await page.getByLabel("Code of the person who went").fill("V40");
      await send(page);
      await said(page, /V40: We have your entry\. Now another person must enter the same visit\./);
      expect([await page.locator("[data-list] li").count(), await page.locator(".wrong").count()]).toEqual([0, 0]);
      expect(await listStored(page)).toEqual([]);
    });
    expect(await statesOf("V40")).toEqual([["waiting", 1]]);
  });

  it("of several entries it says which, what is odd, and keeps the one that differs", async () => {
    await go(async ({ page }) => {
      await fill(page, { visitor: "V41" });
      await send(page);
      await page.getByRole("link", { name: "Enter another visit" }).click();
      await keep(page, { visitor: "V41", enteredBy: "E2", fee: "5,00" });
      await keep(page, { visitor: "V42", received: "1800" });
      await page.getByLabel("Your key").fill(key);
      await page.getByRole("button", { name: /^Send .* V42$/ }).click();
      await said(page, /^Ria Money Transfer · .* · V42: We have your entry\. .* do not fit together\./);
      expect(await focused(page)).toBe("send-1");
      await page.keyboard.press("Enter");
      await said(page, /^Ria Money Transfer · .* · V41: The two entries are not the same\. .* 2\. Fee/);
      expect(await page.locator("[data-list] [data-state]").allInnerTexts()).toEqual([
        expect.stringMatching(/^The two entries are not the same/),
      ]);
      await page.getByRole("button", { name: /^Change .* V41$/ }).click();
      await said(page, "The entry is in the form above.");
      await page.getByLabel("2. Fee").fill("4,00");
      await page.getByRole("button", { name: "Keep on this device" }).click();
      await page.getByRole("button", { name: /^Send .* V41$/ }).click();
      await said(page, /V41: Both entries say the same\./);
      expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-keep-visit"))).toBe(true);
    });
    expect([await statesOf("V41"), await statesOf("V42")]).toEqual([[["accepted", 3]], [["waiting", 1]]]);
  });

  it("a page of somebody else's that answers leaves the entry where it is", async () => {
    await go(async ({ page }) => {
      await keep(page, { visitor: "V43" });
      await page.getByLabel("Your key").fill(key);
      await page.route("**/en/observe", (route) =>
        route.request().method() === "POST"
          ? route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Which room?</h1>" })
          : route.continue(),
      );
      await page.getByRole("button", { name: /^Send .* V43$/ }).click();
      await said(page, /V43: The site did not answer\. The entry is still on this device\./);
      expect(await kept(page)).toContain("V43");
    });
    expect(await statesOf("V43")).toEqual([]);
  });

  it("the last entry goes from the device also while the page is open twice", async () => {
    await go(async ({ page, context }) => {
      await keep(page, { visitor: "V44" });
      const other = await context.newPage();
      await other.goto(`${site.origin}/en/observe`);
      await other.getByRole("button", { name: /^Delete .* V44$/ }).click();
      await said(other, "The entry is deleted.");
      expect(await listStored(page)).toEqual([]);
      await page.getByLabel("Your key").fill(key);
      await page.getByRole("button", { name: /^Send .* V44$/ }).click();
      await page.locator("[data-list] li").waitFor({ state: "detached" });
      await keep(page, { visitor: "V45" });
      expect(await kept(page)).toContain("V45");
    });
    expect(await statesOf("V44")).toEqual([]);
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
