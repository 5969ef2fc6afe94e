import { ConfigError } from "@openremit/shared/domain";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { createFormats, type Formats } from "../format/formats.ts";
import { type Language, languages, sourceLanguage } from "../languages/languages.ts";
import { loadMessageFiles } from "./load-message-files.ts";
import type { MessageFile } from "./message-file.ts";
import { createTranslate, type Translate } from "./translate.ts";

/** Everything a page says, in one language. */
export interface Words extends Translate, Formats {
  readonly language: Language;
  /** Whether some of its texts were made by a machine and read by nobody since. */
  readonly isUnreviewed: boolean;
  /** The address of a page in this language: `href("/be-ma", {pay: "200"})`. Empty values are left out. */
  href(path: string, query?: Readonly<Record<string, string | undefined>>): string;
}

export type Dictionary = ReadonlyMap<string, Words>;

/** The offered languages, in the order in which they are shown. */
export function loadDictionary(timeZone: string): Dictionary {
  const files = loadMessageFiles();
  const source = files.get(sourceLanguage);
  if (source === undefined) throw new ConfigError(`there are no messages in the source language "${sourceLanguage}"`);
  const offered = languages.flatMap((language) => {
    const file = files.get(language.code);
    return file?.offered ? [[language.code, createWords(language, file, source, timeZone)] as const] : [];
  });
  return new Map(offered);
}

export function createWords(language: Language, file: MessageFile, source: MessageFile, timeZone: string): Words {
  const { by, reviewed } = file.translation;
  return {
    language,
    isUnreviewed: by === "machine" && reviewed.length < Object.keys(file.messages).length,
    href: (path, query = {}) => `/${language.code}${path}${searchText(query)}`,
    ...createTranslate(language, file, source),
    ...createFormats(language.locale, timeZone),
  };
}

function searchText(query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.append(name, value);
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

const wordsContext = createContext<Words | null>(null);

/** Around every page, so that its parts can speak. */
export const WordsProvider = wordsContext.Provider;

export function useWords(): Words {
  const words = useContext(wordsContext);
  if (words === null) throw new ConfigError("a part of a page was drawn outside WordsProvider");
  return words;
}
