import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { findAxeViolations } from "../support/axe.ts";
import { openBrowser } from "../support/open-browser.ts";
import { type OperatorScene, openOperatorScene } from "../support/operator-scene.ts";
import { visit } from "../support/visit.ts";

let scene: OperatorScene;
let browser: Browser;
beforeAll(async () => {
  [scene, browser] = await Promise.all([openOperatorScene(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await scene.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${scene.origin}/operator`);
  await page.getByLabel("Key with the scope operate").fill(scene.operator.text);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "How this copy is doing" }).waitFor();
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe("an operator", () => {
  it.each([
    ["on a phone, in the light", { viewport: { width: 360, height: 740 }, colorScheme: "light" as const }],
    ["at a desk, in the dark", { viewport: { width: 1_280, height: 800 }, colorScheme: "dark" as const }],
  ])("signs in and sees everything without a program, %s", async (_where, options) => {
    // axe is a program: with them allowed, what the page loads is held against having none.
    await visit(browser, options, async ({ page, complaints, asked }) => {
      await page.goto(`${scene.origin}/operator`);
      const beforehand = await findAxeViolations(page, "everything");
      await signIn(page);

      expect([beforehand, await findAxeViolations(page, "everything")]).toEqual([[], []]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(complaints).toEqual([]);
      expect(asked.filter((address) => address.endsWith(".js") || !address.startsWith(scene.origin))).toEqual([]);
    });
  });

  it("pauses and resumes a source where programs are switched off", async () => {
    await visit(browser, { javaScriptEnabled: false }, async ({ page }) => {
      await signIn(page);
      await page.getByText("Pause ria …").click();
      await page.locator("#pause-ria").fill("they asked us to");
      await page.getByRole("button", { name: "Pause ria" }).click();
      const paused = await page.getByRole("status").textContent();
      await page.getByRole("button", { name: "Resume ria" }).click();

      expect(paused).toContain("The source is paused");
      expect(await page.getByRole("status").textContent()).toContain("asked again");
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByLabel("Key with the scope operate").waitFor();
    });
  });

  it("sees the queues on the board, which is loaded from here alone and changes nothing", async () => {
    await visit(browser, {}, async ({ page, asked }) => {
      await signIn(page);
      await page.getByRole("link", { name: "Every queue and job" }).click();
      await page.getByText("collect.wise", { exact: true }).first().waitFor();
      const answered = asked.filter((address) => address.startsWith(scene.origin));

      expect(answered.some((address) => address.includes("/operator/queues/static/js/"))).toBe(true);
      expect(await page.getByRole("button", { name: /clean|retry|promote|pause/i }).count()).toBe(0);
    });
  });
});
