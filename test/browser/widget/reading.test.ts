import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { offersAnswer, widgetAnswer } from "@openremit/shared/contracts";
import type { Page } from "playwright-core";
import { findSmallTargets } from "../../support/small-targets.ts";
import { belgiumToMorocco, openWidgetWorld, pricesShown, type WidgetWorld } from "../../support/widget-visit.ts";

let world: WidgetWorld;
beforeAll(async () => {
  world = await openWidgetWorld();
});
afterAll(() => world.close());

const input = (page: Page) => page.locator("remit-compare input");
const status = (page: Page) => page.locator("remit-compare [role=status]");
const linkOf = (page: Page) => page.locator("remit-compare .way a").getAttribute("href");

async function type(page: Page, amount: string): Promise<void> {
  const before = await page.locator("remit-compare .body").innerHTML();
  await input(page).fill(amount);
  await page.waitForFunction(
    (old) => document.querySelector("remit-compare")?.shadowRoot?.querySelector(".body")?.innerHTML !== old,
    before,
  );
}

describe("somebody who reads the widget", () => {
  it("sees at each listed amount what the API says for it, and nothing is asked for", async () => {
    await world.onPage(belgiumToMorocco, async ({ page, asked }) => {
      await pricesShown(page);
      const before = asked.length;
      for (const pay of ["100", "345", "500"]) {
        await type(page, pay);
        await page.waitForFunction(
          (wanted) =>
            document.querySelector("remit-compare")?.shadowRoot?.querySelector("a")?.href.endsWith(`pay=${wanted}.00`),
          pay,
        );
        const response = await fetch(`${world.scene.origin}/v1/corridors/be-ma/offers?pay=${pay}`);
        const { offers } = offersAnswer.parse(await response.json());
        const rows = await page
          .locator("remit-compare tbody tr")
          .evaluateAll((all) =>
            all.map((row) => (row.querySelector("td strong")?.textContent ?? "").replaceAll(/[^\d.]/g, "")),
          );
        expect(rows).toEqual(offers.map(({ received }) => received));
      }
      expect(asked.length).toBe(before);
    });
  });

  it("is told plainly that an amount is not listed, sees the nearest, and is led to exactly that amount", async () => {
    await world.onPage(belgiumToMorocco, async ({ page, read }) => {
      await pricesShown(page);
      await type(page, "137,50");
      expect(await read()).toContain("We show €140.00, the nearest amount that we have.");
      expect(await read()).toContain("Prices for €137.50 on OpenRemit");
      expect(await linkOf(page)).toBe(`${world.scene.origin}/en/be-ma?pay=137.50`);
      const answer = await fetch((await linkOf(page)) ?? "");
      expect(answer.status).toBe(200);
    });
  });

  it("is told what is wrong with what was typed, and keeps what was there", async () => {
    await world.onPage(belgiumToMorocco, async ({ page, read }) => {
      await pricesShown(page);
      await type(page, "500");
      const thousands = ["1.000", "1 000", "1,000.50"];
      for (const wrong of [...thousands, "<b>7</b>", "-5", "0", "1e3", ""]) {
        await input(page).fill(wrong);
        await page.locator("remit-compare [aria-invalid=true]").waitFor();
        const mistake = thousands.includes(wrong)
          ? "Please write thousands without a point, a comma or a space: 1000."
          : "Please write an amount, such as 200.";
        expect(await read()).toContain(mistake);
        expect(await status(page).textContent()).toBe(mistake);
        expect(await linkOf(page)).toContain("pay=500.00");
        await input(page).fill("500");
        await page.locator("remit-compare [aria-invalid]").waitFor({ state: "detached" });
      }
      expect(await input(page).getAttribute("aria-describedby")).toBe("wrong");
    });
  });

  it("hears the new answer once they stop typing, and nothing before", async () => {
    await world.onPage(belgiumToMorocco, async ({ page }) => {
      await pricesShown(page);
      expect(await status(page).textContent()).toBe("");
      await input(page).fill("500");
      await page.locator("remit-compare [role=status]:not(:empty)").waitFor({ state: "attached" });
      expect(await status(page).textContent()).toMatch(/^The best option puts MAD\s5,\d{3}\.\d\d in the hand/);
    });
  });

  it("does everything by keyboard, sees where they are, and meets nothing too small to tap", async () => {
    const tag = belgiumToMorocco.replace('amount="200"', 'amount="200" amounts="100, 500"');
    await world.onPage(
      tag,
      async ({ page }) => {
        await pricesShown(page);
        const met: string[] = [];
        for (let presses = 0; presses < 5; presses += 1) {
          await page.keyboard.press("Tab");
          met.push(
            await page.evaluate(() => {
              const focused = document.activeElement?.shadowRoot?.activeElement;
              const { outlineStyle = "none" } = focused ? getComputedStyle(focused) : {};
              return `${focused?.tagName} ${focused?.textContent} ${outlineStyle}`;
            }),
          );
        }
        expect(met).toEqual([
          "INPUT  solid",
          "BUTTON €100 solid",
          "BUTTON €500 solid",
          "BUTTON Show all options solid",
          "A Compare all options on OpenRemit solid",
        ]);
        const more = page.locator("remit-compare [aria-expanded]");
        const rows = page.locator("remit-compare tbody tr:visible");
        expect(await rows.count()).toBe(4);
        await more.press("Enter");
        expect(await more.getAttribute("aria-expanded")).toBe("true");
        expect(await rows.count()).toBeGreaterThan(8);
        expect(await more.evaluate((button) => button.matches(":focus"))).toBe(true);
        expect(await findSmallTargets(page)).toEqual([]);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });

  it("chooses the money where there is a choice, which is part of the question", async () => {
    await world.onPage(
      `<remit-compare from="BE" to="CD" currency="CDF" lang="en"></remit-compare>`,
      async ({ page }) => {
        await pricesShown(page);
        const select = page.locator("remit-compare select");
        expect(await linkOf(page)).toBe(`${world.scene.origin}/en/be-cd?currency=CDF&pay=200.00`);
        await select.focus();
        await select.selectOption("USD");
        await page.locator("remit-compare .figure").getByText("US$").waitFor();
        expect(await linkOf(page)).toBe(`${world.scene.origin}/en/be-cd?pay=200.00`);
        expect(await select.evaluate((chosen: HTMLSelectElement) => [chosen.value, chosen.matches(":focus")])).toEqual([
          "USD",
          true,
        ]);
        expect(await status(page).textContent()).toMatch(/^The best option puts US\$\d+\.\d\d in the hand/);
      },
    );
  });

  it("asks for exactly one more file when somebody chooses another money, and for none on the way back", async () => {
    await world.onPage(`<remit-compare from="BE" to="CD" lang="en"></remit-compare>`, async ({ page, asked }) => {
      await pricesShown(page);
      const before = new Set(asked);
      for (const [code, sign] of [
        ["CDF", "CDF"],
        ["USD", "US$"],
      ] as const) {
        await page.locator("remit-compare select").selectOption(code);
        await page.locator("remit-compare .figure").getByText(sign).waitFor();
        await page.waitForLoadState("networkidle");
      }
      const more = [...new Set(asked)].filter((address) => !before.has(address));
      expect(more).toEqual([`${world.scene.origin}/v1/widget/be-cd.json?receiveCurrency=CDF`]);
    });
  });

  it("stays where they are when a network that is back brings prices anew", async () => {
    await world.onPage(belgiumToMorocco, async ({ page }) => {
      await pricesShown(page);
      // What is inside may be drawn anew between two questions: each is one turn of the page.
      const widget = page.locator("remit-compare");
      for (const place of [".way a", "[aria-expanded]"]) {
        await widget.evaluate(({ shadowRoot }, one) => {
          shadowRoot?.querySelector<HTMLElement>(one)?.focus();
          shadowRoot?.querySelector("table")?.setAttribute("data-old", "");
          dispatchEvent(new Event("online"));
        }, place);
        await page.locator("remit-compare [data-old]").waitFor({ state: "detached" });
        expect(
          await widget.evaluate(({ shadowRoot }, one) => shadowRoot?.querySelector(`${one}:focus`) !== null, place),
        ).toBe(true);
      }
    });
  });

  it("is told of to the page by corridor, amount and language, and by nothing else", async () => {
    await world.onPage(belgiumToMorocco, async ({ page }) => {
      await page.evaluate(() => {
        const told: unknown[] = [];
        Object.assign(globalThis, { told });
        document.addEventListener("remit-compare:change", (event) => told.push((event as CustomEvent).detail));
      });
      await pricesShown(page);
      await type(page, "137.50");
      await input(page).fill("138");
      await page.waitForTimeout(600);
      await page.evaluate(() => document.querySelector("remit-compare")?.setAttribute("lang", "fr"));
      await page.getByText("Maroc").first().waitFor();
      expect(await page.evaluate(() => (globalThis as unknown as { told: unknown }).told)).toEqual([
        { corridor: "be-ma", amount: "140.00", language: "en" },
        { corridor: "be-ma", amount: "140.00", language: "fr" },
      ]);
    });
  });

  it("tells what was seen in a shop with its day, as that is older than the rest", async () => {
    await world.onPage("<p></p>", async ({ page, read }) => {
      await page.route("**/v1/widget/be-ma.json", async (route) => {
        const response = await route.fetch();
        const answer = widgetAnswer.parse(await response.json());
        const best = answer.amounts.find(({ pay }) => pay === "200.00")?.offer[0];
        const offers = answer.offers.map((offer, index) =>
          index === best ? { ...offer, sourceKind: "visit" } : offer,
        );
        const amounts = answer.amounts.map((amount) => ({
          ...amount,
          observedAt: amount.observedAt.map((at, index) => (index === 0 ? "2026-11-19T09:30:00.000Z" : at)),
        }));
        await route.fulfill({ response, json: { ...answer, offers, amounts } });
      });
      await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), belgiumToMorocco);
      await pricesShown(page);
      expect((await read()).match(/Seen in a shop\s*Checked 19 Nov 2026/g)).toHaveLength(1);
    });
  });

  it("prints it in the light, with everything that counts and nothing to press", async () => {
    await world.onPage(belgiumToMorocco.replace('lang="en"', 'lang="en" theme="dark"'), async ({ page, read }) => {
      await pricesShown(page);
      await page.emulateMedia({ media: "print" });
      const { ink, ground } = await page.evaluate(() => {
        const shadow = document.querySelector("remit-compare")?.shadowRoot;
        const of = (selector: string) => getComputedStyle(shadow?.querySelector(selector) ?? document.body);
        return { ink: of(".root").color, ground: of("[part=frame]").backgroundColor };
      });
      expect({ ink, ground }).toEqual({ ink: "rgb(20, 32, 28)", ground: "rgb(255, 255, 255)" });
      expect(await read()).toContain("Nobody can pay for a better place.");
      expect(await page.locator("remit-compare button:visible").count()).toBe(0);
      const response = await fetch(`${world.scene.origin}/v1/corridors/be-ma/offers?pay=200`);
      const { offers } = offersAnswer.parse(await response.json());
      expect(await page.locator("remit-compare tbody tr:visible").count()).toBe(offers.length);
    });
  });

  it("tells the first from the rest without colours", async () => {
    await world.onPage(
      belgiumToMorocco,
      async ({ page }) => {
        await pricesShown(page);
        const styles = await page.evaluate(() => {
          const shadow = document.querySelector("remit-compare")?.shadowRoot;
          const of = (selector: string) => getComputedStyle(shadow?.querySelector(selector) ?? document.body);
          return [of("tbody tr"), of(".note"), of(".practice")].map(({ borderTopStyle }) => borderTopStyle);
        });
        expect(styles).toEqual(["solid", "solid", "solid"]);
      },
      { forcedColors: "active" },
    );
  });
});
