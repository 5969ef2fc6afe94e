import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { widgetBundle } from "../../services/web/src/widget/index.ts";
import { sceneNow } from "./comparison-scene.ts";
import { type HostFile, type HostPages, hostPage, openHostPages } from "./host-pages.ts";
import { openBrowser } from "./open-browser.ts";
import { type Visit, visit } from "./visit.ts";
import { openWidgetScene, type WidgetScene } from "./widget-scene.ts";

export interface WidgetVisit extends Visit {
  /** What somebody sees of a widget, as text. */
  read(selector?: string): Promise<string>;
}

interface VisitOptions extends BrowserContextOptions {
  readonly headers?: HostFile["headers"];
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  readonly head?: string;
}

export interface WidgetWorld {
  readonly scene: WidgetScene;
  readonly host: HostPages;
  /** Address of the module, under its version. */
  readonly module: string;
  /** A host page with this body, opened by somebody. */
  onPage(body: string, work: (visit: WidgetVisit) => Promise<void>, options?: VisitOptions): Promise<void>;
  close(): Promise<void>;
}

/** A server of the widget, somebody else's website, and a browser. */
export async function openWidgetWorld(): Promise<WidgetWorld> {
  const [scene, host, browser] = await Promise.all([openWidgetScene(), openHostPages(), openBrowser()]);
  const { path, integrity } = widgetBundle();
  const module = `${scene.origin}${path}`;
  let pages = 0;
  return {
    scene,
    host,
    module,
    onPage: (body, work, { headers = {}, lang = "en", dir = "ltr", head = "", ...options } = {}) =>
      visitPage(browser, options, async (visited) => {
        pages += 1;
        const text = hostPage({ address: module, integrity }, { lang, dir, head, body });
        await visited.page.clock.setFixedTime(sceneNow);
        await visited.page.goto(host.put(`/page-${pages}`, { text, headers }));
        await work(visited);
      }),
    async close() {
      await browser.close();
      await Promise.all([scene.close(), host.close()]);
    },
  };
}

function visitPage(browser: Browser, options: BrowserContextOptions, work: (visit: WidgetVisit) => Promise<void>) {
  return visit(browser, options, (visited) =>
    work({ ...visited, read: (selector = "remit-compare") => readShadow(visited.page, selector) }),
  );
}

/** Playwright looks into open shadow roots by itself. What is there for ears alone is left out. */
async function readShadow(page: Page, selector: string): Promise<string> {
  const root = page.locator(`${selector} .root`).first();
  const texts = await root.locator(".practice, .head, .body, .note").allInnerTexts();
  return texts
    .join(" ")
    .replaceAll(/[\u2068\u2069]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Until prices stand there. */
export async function pricesShown(page: Page, selector = "remit-compare"): Promise<void> {
  await page.locator(`${selector} tbody tr`).first().waitFor();
}

export const belgiumToMorocco = `<remit-compare from="BE" to="MA" amount="200" lang="en"><a href="https://openremit.example/">Compare</a></remit-compare>`;
