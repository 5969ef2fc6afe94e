import type { ComponentChild } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Words, WordsProvider } from "../words/words.ts";

/**
 * The text of a page: its elements in the words of one language.
 *
 * @param linkedData JSON-LD for its head. A block of data runs nothing, and so no policy of ours forbids it (CSP 3).
 */
export function renderPage(words: Words, page: ComponentChild, linkedData: object | null = null): string {
  const html = `<!doctype html>${renderToString(<WordsProvider value={words}>{page}</WordsProvider>)}`;
  return linkedData === null ? html : html.replace("</head>", () => `${dataBlock(linkedData)}</head>`);
}

/** As text, because elements would have its quotes escaped; `<` is, so that nothing ends the block early. */
function dataBlock(linkedData: object): string {
  const json = JSON.stringify(linkedData).replaceAll("<", "\\u003c");
  return `<script type="application/ld+json">${json}</script>`;
}
