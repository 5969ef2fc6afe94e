import type { Page } from "playwright-core";

/** WCAG 2.2, 2.5.5 (AAA): what a thumb hits, also on a small cheap screen. */
const leastPx = 44;

/**
 * Controls and links smaller than 44 by 44 pixels, a line each. A link within a sentence is as high as its line (the
 * exception of WCAG 2.5.8); a box to tick counts with the label around it.
 */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const roots = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const all = [document, ...roots].flatMap((root) => [
      ...root.querySelectorAll("a[href], button, input, select, textarea, summary"),
    ]);
    return all.flatMap((element) => {
      const target = element.closest("label") ?? element;
      const { width, height } = target.getBoundingClientRect();
      const isHidden = width === 0 || height === 0 || element.closest("[aria-hidden=true]") !== null;
      const isInSentence =
        getComputedStyle(target).display === "inline" &&
        target.parentElement?.textContent?.trim() !== target.textContent?.trim();
      if (isHidden || isInSentence || (width >= least && height >= least)) return [];
      return [`${element.tagName} ${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`];
    });
  }, leastPx);
}
