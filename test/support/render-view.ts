import type { ComponentChild } from "preact";
import { renderPage } from "../../services/web/src/site/render-page.tsx";
import { loadDictionary, type Words } from "../../services/web/src/words/words.ts";

const dictionary = loadDictionary("Europe/Brussels");

/** English, the source of every message. */
export function englishWords(): Words {
  const words = dictionary.get("en");
  if (words === undefined) throw new Error("English is not offered");
  return words;
}

/** A view as it is sent, in English unless said. */
export function renderView(view: ComponentChild, words: Words = englishWords()): string {
  return renderPage(words, view);
}

/** What somebody reads, without tags. */
export function readableText(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\u00a0\u202f\u2009]/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,:)])/g, "$1")
    .trim();
}
