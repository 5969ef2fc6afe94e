import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Health } from "../../support/widget-scene.ts";
import { belgiumToMorocco, openWidgetWorld, pricesShown, type WidgetWorld } from "../../support/widget-visit.ts";

let world: WidgetWorld;
beforeAll(async () => {
  world = await openWidgetWorld();
});
afterEach(() => {
  world.scene.health = "well";
});
afterAll(() => world.close());

const away = "We cannot show the prices here right now.";
/** The browser tells developers by itself that a server fails; a program of ours that fails would be another matter. */
const withoutNetwork = (complaints: readonly string[]) =>
  complaints.filter((complaint) => !complaint.includes("Failed to load resource"));

const fromBelgiumToCongo = `<remit-compare from="BE" to="CD" currency="CDF" amount="200" lang="en"></remit-compare>`;
const linkOf = (page: Page) => page.locator("remit-compare .way a").first().getAttribute("href");

describe("when something is wrong", () => {
  for (const health of ["failing", "malformed", "misshapen"] as const satisfies readonly Health[]) {
    it(`says so with a way on where the server is ${health}, and breaks nothing`, async () => {
      world.scene.health = health;
      await world.onPage(belgiumToMorocco, async ({ page, read, complaints }) => {
        await page.getByText(away).first().waitFor();
        expect(await read()).toBe(`${away} Compare all options on OpenRemit`);
        expect(await linkOf(page)).toBe(`${world.scene.origin}/en/be-ma?pay=200`);
        expect(await page.locator("remit-compare [role=status]").textContent()).toBe(away);
        expect(withoutNetwork(complaints)).toEqual([]);
      });
    });
  }

  it("has a sentence and a link while a slow server is silent, in the language asked for, and then the prices", async () => {
    world.scene.health = "silent";
    const tag = belgiumToMorocco.replace('lang="en"', 'lang="fr"');
    await world.onPage(tag, async ({ page, read, complaints }) => {
      await page.locator("remit-compare .way a").waitFor();
      expect(await linkOf(page)).toBe(`${world.scene.origin}/fr/be-ma?pay=200`);
      world.scene.health = "well";
      // The first try is given up after six seconds.
      await pricesShown(page);
      expect(await read()).toContain("MAD");
      expect(withoutNetwork(complaints)).toEqual([]);
    });
  });

  it("shows the last prices with their age where newer ones cannot be read, and the newest once they can", async () => {
    world.scene.health = "forgetful";
    await world.onPage(belgiumToMorocco, async ({ page, read, complaints }) => {
      const set = (to: string) =>
        page.evaluate((country) => document.querySelector("remit-compare")?.setAttribute("to", country), to);
      await pricesShown(page);
      world.scene.health = "failing";
      await set("KE");
      await page.getByText(away).first().waitFor();
      await set("MA");
      await page.getByText("We could not read our newest prices").first().waitFor();
      expect(await read()).toContain("These are older: the newest is of 23 Nov 2026");
      expect(await read()).toContain("MAD 2,157.31");
      world.scene.health = "well";
      await set("KE");
      await page.getByText("Belgium to Kenya").first().waitFor();
      await set("MA");
      await page.getByText("Belgium to Morocco").first().waitFor();
      await page.getByText("We could not read our newest prices").first().waitFor({ state: "detached" });
      expect(withoutNetwork(complaints)).toEqual([]);
    });
  });

  it("goes back to the money there are prices in where those in another cannot be read", async () => {
    await world.onPage(fromBelgiumToCongo, async ({ page, read, complaints }) => {
      const select = page.locator("remit-compare select");
      const status = page.locator("remit-compare [role=status]");
      await pricesShown(page);
      world.scene.health = "failing";
      await select.focus();
      await select.selectOption("USD");
      await page.locator("remit-compare .told").getByText("We could not read our newest prices").waitFor();
      expect(await select.inputValue()).toBe("CDF");
      expect(await select.evaluate((element) => element.matches(":focus"))).toBe(true);
      expect(await page.locator("remit-compare .figure").innerText()).toMatch(/^CDF/);
      expect(await status.textContent()).toMatch(/^We could not read our newest prices\..* The best option puts CDF/);
      expect(await read()).not.toContain(away);
      world.scene.health = "well";
      await select.selectOption("USD");
      await page.locator("remit-compare .figure").getByText("US$").waitFor();
      expect(await page.locator("remit-compare .told").count()).toBe(0);
      expect(withoutNetwork(complaints)).toEqual([]);
    });
  });

  it("never shows prices under the name of another money: it says that they are on their way", async () => {
    await world.onPage(fromBelgiumToCongo, async ({ page, read }) => {
      const select = page.locator("remit-compare select");
      const status = page.locator("remit-compare [role=status]");
      await pricesShown(page);
      world.scene.health = "silent";
      await select.selectOption("USD");
      await page.locator("remit-compare .body").getByText("We are reading the prices.").waitFor();
      expect(await status.textContent()).toBe("We are reading the prices.");
      expect(await page.locator("remit-compare table").count()).toBe(0);
      expect(await read()).toContain("Nobody can pay for a better place.");
      await select.selectOption("CDF");
      await page.locator("remit-compare .figure").getByText("CDF").waitFor();
      expect(await status.textContent()).toMatch(/^The best option puts CDF/);
    });
  });

  it("finds the last prices in the browser's own cache after the page was loaded anew", async () => {
    world.scene.health = "forgetful";
    await world.onPage(belgiumToMorocco, async ({ page, read }) => {
      await pricesShown(page);
      expect(await read()).not.toContain("We could not read");
      world.scene.health = "silent";
      await page.reload();
      await pricesShown(page);
      expect(await read()).toContain(
        "We could not read our newest prices. These are older: the newest is of 23 Nov 2026",
      );
      expect(await read()).toContain("MAD 2,157.31");
    });
  });

  it("shows no prices that are older than two weeks, whatever the browser still holds", async () => {
    world.scene.health = "forgetful";
    await world.onPage(belgiumToMorocco, async ({ page, read }) => {
      await pricesShown(page);
      world.scene.health = "failing";
      await page.clock.setFixedTime("2026-12-08T12:00:00Z");
      await page.reload();
      await page.getByText(away).first().waitFor();
      expect(await read()).not.toContain("MAD");
    });
  });

  it("keeps prices that were read while the network is gone, and reads anew when it is back", async () => {
    const both = `${belgiumToMorocco}<remit-compare id="late" from="BE" to="TR" lang="en"></remit-compare>`;
    await world.onPage(both.replace('to="TR"', 'to=""'), async ({ page, read, complaints }) => {
      await pricesShown(page);
      await world.scene.goAway();
      try {
        await page.evaluate(() => document.querySelector("#late")?.setAttribute("to", "TR"));
        await page.locator("#late").getByText(away).first().waitFor();
        expect(await read()).toContain("MAD 2,157.31");
        await page.locator("remit-compare input").first().fill("500");
        await page.locator("remit-compare:first-of-type [role=status]:not(:empty)").waitFor({ state: "attached" });
      } finally {
        await world.scene.comeBack();
      }
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await pricesShown(page, "#late");
      expect(withoutNetwork(complaints)).toEqual([]);
    });
  });

  it("says so where the page names no route, or one that there is not", async () => {
    const tags = `<remit-compare lang="en"></remit-compare><remit-compare id="other" from="BE" to="ZZ" lang="en" amount="200"></remit-compare>`;
    await world.onPage(tags, async ({ page, read, complaints }) => {
      await page.locator("#other .body").getByText(away).waitFor();
      expect(await read()).toBe(`${away} Compare all options on OpenRemit`);
      expect(await linkOf(page)).toBe(`${world.scene.origin}/en/`);
      expect(withoutNetwork(complaints)).toEqual([]);
    });
  });

  it("leaves what stands between the tags to pages without JavaScript, and to browsers that are too old", async () => {
    await world.onPage(
      belgiumToMorocco,
      async ({ page }) => expect(await page.getByText("Compare").isVisible()).toBe(true),
      { javaScriptEnabled: false },
    );
    const old = "<script>delete Document.prototype.adoptedStyleSheets</script>";
    await world.onPage(
      belgiumToMorocco,
      async ({ page, complaints }) => {
        await page.waitForLoadState("networkidle");
        expect(await page.getByText("Compare").isVisible()).toBe(true);
        expect(complaints).toEqual([]);
      },
      { head: old },
    );
  });

  it("lets alone a page that has taken the name or the place, and runs once when it is loaded twice", async () => {
    const taken = "<script>customElements.define('remit-compare', class extends HTMLElement {})</script>";
    await world.onPage(belgiumToMorocco, async ({ complaints }) => expect(complaints).toEqual([]), { head: taken });
    const closed = `<remit-compare from="BE" to="MA"><template shadowrootmode="closed">Ours</template></remit-compare>`;
    await world.onPage(closed, async ({ page, complaints }) => {
      await page.waitForLoadState("networkidle");
      expect(complaints).toEqual([]);
    });
    const twice = `<script type="module" src="${world.scene.origin}/widget/1/remit-compare.js"></script>`;
    await world.onPage(
      belgiumToMorocco,
      async ({ page, complaints }) => {
        await pricesShown(page);
        expect(complaints).toEqual([]);
      },
      { head: twice },
    );
  });
});
