import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { findAxeViolations } from "../support/axe.ts";
import { type HostPages, openHostPages } from "../support/host-pages.ts";
import { inspectPage, listStored, nothingFound } from "../support/inspect-page.ts";
import { openBrowser } from "../support/open-browser.ts";
import { type Visit, visit } from "../support/visit.ts";
import { openWidgetScene, type WidgetScene } from "../support/widget-scene.ts";

const phone = { viewport: { width: 360, height: 740 } };
const wide = { viewport: { width: 1_280, height: 900 } };

let site: WidgetScene;
let hosts: HostPages;
let browser: Browser;

beforeAll(async () => {
  [site, hosts, browser] = await Promise.all([openWidgetScene(), openHostPages(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), hosts.close()]);
  await site.close();
});

const go = (path: string, work: (seen: Visit) => Promise<void>, options: object = wide) =>
  visit(browser, { permissions: ["clipboard-read", "clipboard-write"], ...options }, async (seen) => {
    await seen.page.goto(`${site.origin}${path}`);
    await work(seen);
    expect(seen.asked.filter((url) => new URL(url).origin !== site.origin)).toEqual([]);
    expect(seen.complaints).toEqual([]);
  });

async function expectNothingFound(page: Page, styles: readonly string[]): Promise<void> {
  const { blocking, ...found } = await inspectPage(page);
  expect({ ...found, blocking: [...blocking].sort() }).toEqual({ ...nothingFound, blocking: styles });
}

describe("the page that makes widgets", () => {
  const states = [
    "/widget?route=be-ma",
    "/widget?route=be-ma&look=own&text=%23203040&ground=%23fff4e0&lang=fr&lang=ar&width=20",
  ];

  it.each(["en", "fr", "ar"].flatMap((code) => states.map((state) => `/${code}${state}`)))(
    "%s has nothing wrong: light, dark, narrow, wide, enlarged, leaving nothing",
    async (path) => {
      await go(
        path,
        async ({ page }) => {
          await page.locator("remit-compare table").first().waitFor();
          await expectNothingFound(page, ["builder.css", "style.css"]);
        },
        phone,
      );
    },
  );

  it("shows what is chosen at once, in the widget and in the code, and keeps it in the address", async () => {
    await go("/en/widget?route=be-ma", async ({ page }) => {
      const widget = page.locator("remit-compare");
      await widget.getByRole("heading", { name: "Send money from Belgium to Morocco" }).waitFor();
      await page.getByLabel("Route", { exact: true }).selectOption({ label: "Belgium to Türkiye" });
      await widget.getByRole("heading", { name: "Send money from Belgium to Türkiye" }).waitFor();
      await page.getByLabel("I pay in all (Euro)", { exact: true }).fill("345");
      await page.getByLabel("Français").check();
      await page.getByText('to="TR" amount="345" lang="fr"').first().waitFor();
      expect(await widget.getAttribute("lang")).toBe("fr");
      expect(new URL(page.url()).search).toBe(
        "?route=be-tr&pay=345&lang=fr&look=auto&width=full&text=%2314201c&ground=%23ffffff&link=%230a5d4c",
      );
      await page.reload();
      expect(await page.getByLabel("Français").isChecked()).toBe(true);
    });
  });

  it("judges colours while they are chosen, mends one with a press, and paints the widget with them", async () => {
    await go("/en/widget?route=be-ma&lang=en", async ({ page }) => {
      await page.getByText("My own colours", { exact: true }).last().click();
      await page.getByLabel("Text", { exact: true }).fill("#cccccc");
      await page.getByText(/Text: in some places .* Many people cannot read this/).waitFor();
      expect(await page.getByLabel("Colours and style", { exact: true }).inputValue()).toBe("own");
      await page.getByText("--remit-ink: #cccccc;").waitFor();
      expect(await findAxeViolations(page, "everything")).not.toEqual([]);
      await page.getByRole("button", { name: "Take this colour" }).click();
      await page.getByText(/Text: the contrast is 4\.\d+ to 1 or more\. That is enough\./).waitFor();
      const mended = await page.getByLabel("Text", { exact: true }).inputValue();
      await page.getByText(`--remit-ink: ${mended};`).waitFor();
      const heading = page.locator("remit-compare").getByRole("heading").first();
      await heading.waitFor();
      const painted = await heading.evaluate((element) => getComputedStyle(element).color);
      const digits = [1, 3, 5].map((at) => Number.parseInt(mended.slice(at, at + 2), 16));
      expect(painted).toBe(`rgb(${digits.join(", ")})`);
      expect(await findAxeViolations(page, "everything")).toEqual([]);
    });
  });

  it("copies code that works on a page with a strict policy of just the lines that it names", async () => {
    const copied = { code: "", policy: "" };
    await go("/en/widget?route=be-ma&lang=fr", async ({ page }) => {
      const section = page.locator("section[aria-labelledby=code-script]");
      await section.getByText("If your website has a content security policy").click();
      copied.policy = await section.locator("#policy-script").innerText();
      await section.getByRole("button", { name: "Copy" }).first().click();
      await section.getByText("Copied.").first().waitFor();
      copied.code = await page.evaluate(() => navigator.clipboard.readText());
    });
    const address = hosts.put("/strict", {
      text: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Une association</title>${copied.code}`,
      headers: { "content-security-policy": `default-src 'none'; ${copied.policy.replaceAll("\n", " ")}` },
    });
    await visit(browser, wide, async ({ page, asked, complaints }) => {
      await page.goto(address);
      const widget = page.locator("remit-compare");
      await widget.getByRole("heading", { name: /Belgique/ }).waitFor();
      await widget.locator("table").waitFor();
      expect(asked.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([address]);
      expect([complaints, await listStored(page)]).toEqual([[], []]);
    });
  });

  it("is used by keyboard alone", async () => {
    await go("/en/widget?route=be-ma", async ({ page }) => {
      await page.getByLabel("Route", { exact: true }).focus();
      const names: string[] = [];
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press("Tab");
        names.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
        if (names.at(-1) === "Copy") break;
      }
      expect(names).toContain("Show the widget");
      expect(names.at(-1)).toBe("Copy");
      await page.keyboard.press("Enter");
      await page.getByText("Copied.").first().waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("<remit-compare ");
    });
  });

  it("says which field is wrong without a page of its own, and shows the widget again once it is mended", async () => {
    await go("/en/widget?route=be-ma", async ({ page, complaints }) => {
      await page.getByLabel("I pay in all (Euro)", { exact: true }).fill("1,000");
      await page.getByText("We can show the widget once all amounts are right.").waitFor();
      await page.getByText("Please write thousands without").waitFor();
      await page.getByLabel("I pay in all (Euro)", { exact: true }).fill("1000");
      await page.getByText('to="MA" amount="1000"').first().waitFor();
      expect(await page.getByText("Please write thousands without").count()).toBe(0);
      // Chromium tells of every answer that is none of the good ones.
      complaints.splice(0);
    });
  });

  it("stays, with what was chosen, where the network is gone, and says so until an answer comes", async () => {
    await go("/en/widget?route=be-ma", async ({ page, complaints }) => {
      await page.locator("remit-compare table").waitFor();
      const amount = page.getByLabel("I pay in all (Euro)", { exact: true });
      await page.context().setOffline(true);
      await amount.fill("345");
      await page.getByText("We could not renew the code and the preview").waitFor();
      expect(await amount.inputValue()).toBe("345");
      expect(await page.locator("#text-script").innerText()).toContain('amount="200"');
      expect(await findAxeViolations(page, "everything")).toEqual([]);
      await page.context().setOffline(false);
      await page.getByRole("button", { name: "Show the widget" }).click();
      await page.getByText('to="MA" amount="345"').first().waitFor();
      expect(await page.getByText("We could not renew the code and the preview").isVisible()).toBe(false);
      // Chromium tells of every request that failed.
      complaints.splice(0);
    });
  });

  it("works without JavaScript: the form asks anew, and a frame shows how it looks", async () => {
    await go(
      "/en/widget",
      async ({ page }) => {
        await page.getByLabel("Route", { exact: true }).selectOption({ label: "Belgium to Türkiye" });
        await page.getByLabel("العربية").check();
        await page.getByRole("button", { name: "Show the widget" }).click();
        expect(new URL(page.url()).searchParams.getAll("lang")).toEqual(["ar"]);
        expect(await page.locator("#text-script").innerText()).toContain('from="BE" to="TR" amount="200" lang="ar"');
        const frame = page.frameLocator("iframe");
        expect(await frame.locator("html").getAttribute("dir")).toBe("rtl");
        expect(await frame.locator("table").count()).toBeGreaterThan(0);
        expect(await page.getByRole("button", { name: "Copy" }).count()).toBe(0);
      },
      { ...wide, javaScriptEnabled: false },
    );
  });
});

describe("what is printed", () => {
  const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length;

  it.each([
    ["/be-ma/poster", 1],
    ["/be-cd/poster?pay=140", 1],
    ["/be-ma/leaflet", 2],
    ["/be-cd/leaflet?pay=140", 2],
    ["/kit/workshop", 2],
    ["/widget/statement", 1],
  ])("%s fills as many pages in every language: %d", async (path, count) => {
    await go(`/en${path}`, async ({ page }) => {
      const codes = await page
        .locator("link[rel=alternate][hreflang]")
        .evaluateAll((links) => links.map((link) => link.getAttribute("hreflang") ?? ""));
      expect(codes).toEqual(expect.arrayContaining(["fr", "nl", "en", "de", "ar"]));
      const filled: Record<string, number | undefined> = {};
      for (const code of codes) {
        await page.goto(`${site.origin}/${code}${path}`);
        filled[code] = pagesOf(await page.pdf({ preferCSSPageSize: true }));
      }
      expect(filled).toEqual(Object.fromEntries(codes.map((code) => [code, count])));
    });
  });

  it.each(["/be-ma/poster", "/be-ma/leaflet", "/kit/workshop", "/kit", "/widget/statement"])(
    "%s has nothing wrong on a screen in French, German and Arabic",
    async (path) => {
      const style = path.startsWith("/widget") ? ["builder.css"] : path === "/kit" ? [] : ["kit.css"];
      for (const code of ["fr", "de", "ar"]) {
        const look = async ({ page }: Visit) => {
          await expectNothingFound(page, [...style, "style.css"]);
        };
        await go(`/${code}${path}`, look, phone);
      }
    },
  );
});
