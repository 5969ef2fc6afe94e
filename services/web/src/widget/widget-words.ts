import { languages, sourceLanguage } from "../languages/languages.ts";
import { loadMessageFiles } from "../words/load-message-files.ts";
import { plainMessage } from "./plain-message.ts";
import type { WidgetLanguage, WidgetWords } from "./widget-globals.ts";
import { firstKeys, wordKeys } from "./word-keys.ts";

export interface LoadedWords {
  readonly languages: readonly WidgetLanguage[];
  readonly english: WidgetWords;
  /** Per language what it has of the widget's words; English stands in for the rest. */
  readonly all: ReadonlyMap<string, Partial<WidgetWords>>;
}

/** The widget's words in every offered language, out of the same files as those of the pages. */
export function loadWidgetWords(): LoadedWords {
  const files = loadMessageFiles();
  const all = new Map(
    [...files]
      .filter(([, { offered }]) => offered)
      .map(([code, { messages }]) => [code, pick(wordKeys, messages)] as const),
  );
  const english = pick(wordKeys, files.get(sourceLanguage)?.messages ?? {}) as WidgetWords;
  const known = languages.flatMap(({ code, locale, direction }) => {
    const words = all.get(code);
    return words === undefined
      ? []
      : [{ code, locale, direction, first: pick(firstKeys, { ...english, ...words }) as WidgetLanguage["first"] }];
  });
  return { languages: known, english, all };
}

function pick<Key extends string>(keys: readonly Key[], messages: Readonly<Record<string, string>>) {
  const found = keys.flatMap((key) => {
    const text = messages[key];
    return text === undefined ? [] : [[key, plainMessage(key, text)] as const];
  });
  return Object.fromEntries(found) as Partial<Record<Key, string>>;
}
