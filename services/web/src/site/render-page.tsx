import type { ComponentChild } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Words, WordsProvider } from "../words/words.ts";

/** The text of a page: its elements in the words of one language. */
export function renderPage(words: Words, page: ComponentChild): string {
  return `<!doctype html>${renderToString(<WordsProvider value={words}>{page}</WordsProvider>)}`;
}
