import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildSync } from "esbuild";
import type { Page } from "playwright-core";
import { findAxeViolations } from "../../support/axe.ts";
import { listStored } from "../../support/inspect-page.ts";
import { belgiumToMorocco, openWidgetWorld, pricesShown, type WidgetWorld } from "../../support/widget-visit.ts";

let world: WidgetWorld;
beforeAll(async () => {
  world = await openWidgetWorld();
});
afterAll(() => world.close());

const bestToMorocco = "The best option puts MAD 2,157.31 in the hand of the person who receives. You lose €0.48.";

/** As wide as the page wants it, or wider because something sticks out. */
function sticksOut(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

describe("on other people's pages", () => {
  it("runs under the strictest policy, loads from its own server alone, and leaves nothing behind", async () => {
    const from = world.scene.origin;
    const policy = `default-src 'none'; script-src ${from}; style-src 'self'; connect-src ${from}; img-src 'self'`;
    await world.onPage(
      belgiumToMorocco,
      async ({ page, read, complaints, asked, context }) => {
        await pricesShown(page);
        expect(await read()).toContain(bestToMorocco);
        await page.locator("remit-compare input").fill("500");
        await page.locator("remit-compare [role=status]:not(:empty)").waitFor({ state: "attached" });
        expect(complaints).toEqual([]);
        expect([...new Set(asked.map((address) => new URL(address).origin))].sort()).toEqual(
          [world.host.origin, from].sort(),
        );
        expect([...new Set(asked.map((address) => new URL(address).pathname))].slice(1)).toEqual([
          new URL(world.module).pathname,
          "/v1/widget/be-ma.json",
        ]);
        expect(await context.cookies()).toEqual([]);
        expect(await listStored(page)).toEqual([]);
      },
      { headers: { "content-security-policy": policy } },
    );
  });

  it("sends neither a cookie nor the address of the page along", async () => {
    await world.onPage(belgiumToMorocco, async ({ page, context }) => {
      const sent: Record<string, string>[] = [];
      await context.addCookies([{ name: "who", value: "me", url: world.scene.origin }]);
      page.on("request", async (request) => {
        if (request.url().startsWith(world.scene.origin)) sent.push(await request.allHeaders());
      });
      await page.reload();
      await pricesShown(page);
      expect(sent.length).toBeGreaterThanOrEqual(2);
      expect(sent.flatMap(({ cookie, referer }) => [cookie, referer]).filter(Boolean)).toEqual([]);
    });
  });

  it("looks the same whatever the page's styles say", async () => {
    const boxes = (page: Page) =>
      page.evaluate(() => {
        const root = document.querySelector("remit-compare")?.shadowRoot;
        return [...(root?.querySelectorAll("h2, .figure, .loss, td strong, .note, .practice, input") ?? [])].map(
          (element) => {
            const { fontSize, fontFamily, color, direction, display, textAlign, letterSpacing } =
              getComputedStyle(element);
            return { fontSize, fontFamily, color, direction, display, textAlign, letterSpacing };
          },
        );
      });
    let calm: unknown;
    await world.onPage(belgiumToMorocco, async ({ page }) => {
      await pricesShown(page);
      calm = await boxes(page);
    });
    const hostile = `* { all: unset !important } html { font-size: 80px !important; direction: rtl !important; writing-mode: vertical-rl }
      remit-compare { direction: rtl !important; color: red !important; font: 90px cursive !important; letter-spacing: 2em !important;
      visibility: hidden !important; text-indent: -999em !important; text-transform: uppercase !important; line-height: 0 !important }`;
    await world.onPage(
      belgiumToMorocco,
      async ({ page }) => {
        await pricesShown(page);
        expect(await boxes(page)).toEqual(calm);
      },
      { head: `<style>${hostile}</style>` },
    );
  });

  it("stands twice on a page, each with its own question and language", async () => {
    const second = `<remit-compare id="second" from="be" to="ke" lang="fr"></remit-compare>`;
    await world.onPage(belgiumToMorocco + second, async ({ page, read, complaints }) => {
      await pricesShown(page);
      await pricesShown(page, "#second");
      expect(await read("remit-compare:first-of-type")).toContain("Belgium to Morocco");
      expect(await read("#second")).toContain("Kenya");
      await page.locator("#second input").fill("500");
      await page.locator("#second").getByText("KES").first().waitFor();
      expect(await read("remit-compare:first-of-type")).toContain(bestToMorocco);
      expect(complaints).toEqual([]);
    });
  });

  it("stands inside another component, and takes its language from around that", async () => {
    const outer = `<div id="outer" lang="nl"><template shadowrootmode="open"><style>* { color: red }</style>${belgiumToMorocco.replace('lang="en"', "")}</template></div>`;
    await world.onPage(outer, async ({ page, read, complaints }) => {
      await pricesShown(page, "#outer remit-compare");
      expect(await read("#outer remit-compare")).toContain("Geld sturen");
      expect(complaints).toEqual([]);
    });
  });

  for (const [host, widget] of [
    ["rtl", "en"],
    ["ltr", "ar"],
  ] as const) {
    it(`runs in its own direction: "${widget}" on a page that is ${host}`, async () => {
      const tag = `<remit-compare from="BE" to="MA" amount="200" lang="${widget}"></remit-compare>`;
      await world.onPage(
        tag,
        async ({ page }) => {
          await pricesShown(page);
          const sides = await page.evaluate(() => {
            const row = document.querySelector("remit-compare")?.shadowRoot?.querySelector("tbody tr");
            const [name, figure] = [row?.querySelector(".name"), row?.querySelector("td")];
            return (name?.getBoundingClientRect().left ?? 0) < (figure?.getBoundingClientRect().left ?? 0);
          });
          expect(sides).toBe(widget === "en");
          expect(await sticksOut(page)).toBe(false);
        },
        { dir: host },
      );
    });
  }

  it("lives in a page of React 19: attributes, events, gone and back again", async () => {
    const { outputFiles } = buildSync({
      entryPoints: [fileURLToPath(new URL("../../support/react-host.tsx", import.meta.url))],
      bundle: true,
      write: false,
      format: "iife",
      define: { "process.env.NODE_ENV": '"production"' },
    });
    const text = outputFiles.map((file) => file.text).join("");
    const script = world.host.put("/react.js", { text, type: "text/javascript" });
    const body = `<div id="react"></div><script src="${script}"></script>`;
    await world.onPage(body, async ({ page, read, complaints }) => {
      await pricesShown(page);
      expect(await read()).toContain("Maroc");
      await page.getByText("More", { exact: true }).click();
      await page.getByText("be-ma 500.00").waitFor();
      await page.getByText("Show or hide").click();
      expect(await page.locator("remit-compare").count()).toBe(0);
      await page.getByText("Show or hide").click();
      await pricesShown(page);
      expect(complaints).toEqual([]);
    });
  });

  it("survives being taken out, moved and put back", async () => {
    await world.onPage(belgiumToMorocco, async ({ page, read, complaints, asked }) => {
      await pricesShown(page);
      const before = await read();
      await page.evaluate(() => {
        const widget = document.querySelector("remit-compare");
        widget?.remove();
        widget?.setAttribute("theme", "dark");
        document.body.prepend(widget ?? "");
        document.querySelector("h1")?.append(widget ?? "");
      });
      await pricesShown(page);
      expect(await read()).toBe(before);
      expect(complaints).toEqual([]);
      expect(asked.filter((address) => address === world.module)).toHaveLength(1);
    });
  });

  for (const [what, viewport, deviceScaleFactor] of [
    ["280 pixels wide", { width: 280, height: 700 }, 1],
    ["at 200 %", { width: 320, height: 400 }, 2],
    ["beside other things in a narrow column", { width: 360, height: 700 }, 1],
  ] as const) {
    for (const lang of ["en", "fr", "ar"]) {
      it(`fits ${what}, in "${lang}"`, async () => {
        const tag = `<remit-compare from="BE" to="CD" amount="137.50" amounts="100, 200, 500" lang="${lang}"></remit-compare>`;
        const body = what.startsWith("beside") ? `<div style="display:flex"><b>Hi</b><div>${tag}</div></div>` : tag;
        await world.onPage(
          body,
          async ({ page }) => {
            await pricesShown(page);
            expect(await sticksOut(page)).toBe(false);
            const widths = await page
              .locator("remit-compare .body > *, remit-compare .head > *")
              .evaluateAll((all) =>
                all.map((element) => element.scrollWidth - element.clientWidth).filter((over) => over > 24),
              );
            expect(widths).toEqual([]);
          },
          { viewport, deviceScaleFactor },
        );
      });
    }
  }

  for (const lang of ["en", "fr", "ar"]) {
    it(`has nothing that axe objects to, in the light and in the dark, in "${lang}"`, async () => {
      const tags = `<remit-compare from="BE" to="MA" amount="210" amounts="100 200" lang="${lang}"></remit-compare>
        <remit-compare from="BE" to="CD" lang="${lang}" theme="dark"></remit-compare>`;
      const head = "<style>:root { color-scheme: light dark }</style>";
      await world.onPage(
        tags,
        async ({ page }) => {
          await pricesShown(page);
          await pricesShown(page, "remit-compare:last-of-type");
          await page.locator("remit-compare:first-of-type [aria-expanded]").click();
          await page.locator("remit-compare:last-of-type input").fill("2.000");
          await page.locator("remit-compare:last-of-type [aria-invalid]").waitFor();
          expect(await findAxeViolations(page, "everything")).toEqual([]);
          await page.emulateMedia({ colorScheme: "dark" });
          expect(await findAxeViolations(page, "colours")).toEqual([]);
        },
        { lang, dir: lang === "ar" ? "rtl" : "ltr", head },
      );
    });
  }
});
