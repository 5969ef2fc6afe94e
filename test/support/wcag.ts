import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const checkerPath = createRequire(import.meta.url).resolve("html_codesniffer/build/HTMLCS.js");

interface Message {
  readonly type: number;
  readonly code: string;
  readonly msg: string;
  readonly element: { readonly outerHTML: string };
}

/** The part of HTML_CodeSniffer that is used. */
interface Checker {
  process(standard: string, document: unknown, done: () => void, failed: () => void): void;
  getMessages(): Message[];
}

/** Errors by WCAG 2.1 AA, a line each: success criterion, words and the element. */
export async function findWcagErrors(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: checkerPath });
  return page.evaluate(async () => {
    const { HTMLCS, document } = globalThis as unknown as { HTMLCS: Checker; document: unknown };
    await new Promise<void>((resolve, reject) => {
      HTMLCS.process("WCAG2AA", document, resolve, () => reject(new Error("the checker failed")));
    });
    const isError = ({ type }: Message) => type === 1;
    return HTMLCS.getMessages()
      .filter(isError)
      .map(({ code, msg, element }) => `${code} ${msg} ${element.outerHTML.slice(0, 120)}`);
  });
}

/** Controls smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8), by the name of their element. */
export async function findSmallTargets(page: Page): Promise<string[]> {
  const small: string[] = [];
  for (const control of await page.locator("button, input, select, summary").all()) {
    const box = await control.boundingBox();
    if (box === null || box.width < 24 || box.height < 24) small.push(await control.evaluate(({ tagName }) => tagName));
  }
  return small;
}
