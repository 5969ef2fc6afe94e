import type { Page } from "playwright-core";
import { findAxeViolations } from "./axe.ts";
import { findSmallTargets } from "./small-targets.ts";

/** Small and usual phones, a wide window, and that window at 200 %: half the width with twice the pixels. */
const widths = [320, 360, 1_280, 640];

export interface Findings {
  readonly axe: readonly string[];
  readonly axeInTheDark: readonly string[];
  readonly smallTargets: readonly string[];
  readonly smallText: readonly string[];
  /** Widths at which the page scrolls sideways. */
  readonly sideways: readonly number[];
  /** Whether the page says, and shows first of all, that its prices are not real. */
  readonly saysSimulated: boolean;
  /** What the page waits for before it shows anything. */
  readonly blocking: readonly string[];
  /** What it left on the device. */
  readonly stored: readonly string[];
}

/** A page on which nothing was found. */
export const nothingFound: Findings = {
  axe: [],
  axeInTheDark: [],
  smallTargets: [],
  smallText: [],
  sideways: [],
  saysSimulated: true,
  blocking: ["style.css"],
  stored: [],
};

/** Looks at a page with everything unfolded, as it stands in the window. Leaves it dark. */
export async function inspectPage(page: Page): Promise<Findings> {
  const stored = await listStored(page);
  const blocking = await listBlocking(page);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const axe = await findAxeViolations(page, "everything");
  const smallTargets = await findSmallTargets(page);
  const smallText = await findSmallText(page);
  const saysSimulated = await page.locator("body > :first-child.simulated").isVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  const axeInTheDark = await findAxeViolations(page, "colours");
  const sideways = await findSidewaysScroll(page);
  return { axe, axeInTheDark, smallTargets, smallText, sideways, saysSimulated, blocking, stored };
}

async function findSidewaysScroll(page: Page): Promise<number[]> {
  const found: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    const needed = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));
    if (needed > width) found.push(width);
  }
  return found;
}

/** Nothing that is read is smaller than 16 pixels. Places on the map have their names in the table. */
function findSmallText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *:not(svg *)")].flatMap((element) => {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const size = Number.parseInt(getComputedStyle(element).fontSize, 10);
      return hasText && size < 16 ? [`${size} px: ${element.outerHTML.slice(0, 120)}`] : [];
    }),
  );
}

function listBlocking(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => "renderBlockingStatus" in entry && entry.renderBlockingStatus === "blocking")
      .map(({ name }) => name.split("/").at(-1) ?? ""),
  );
}

/** Cookies, and whatever else a page can leave behind. */
export async function listStored(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const others = await page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await caches.keys()).map((key) => `cache ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker ${scope}`),
  ]);
  return [...cookies, ...others];
}
