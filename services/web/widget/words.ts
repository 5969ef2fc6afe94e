import { createFigures, type Figures } from "../src/format/figures.ts";
import type { WidgetLanguage, WidgetWords } from "../src/widget/widget-globals.ts";
import type { WordKey } from "../src/widget/word-keys.ts";
import { fetchJson } from "./fetch-json.ts";
import type { Child } from "./h.ts";

export interface Words extends Figures {
  readonly language: WidgetLanguage;
  say(key: WordKey, values?: Readonly<Record<string, string>>): string;
  /** The same around elements. */
  rich(key: WordKey, values: Readonly<Record<string, Child>>): Child[];
  country(code: string): string;
  currencyName(code: string): string;
  moment(instant: string): string;
}

const loaded = new Map<string, Promise<Partial<WidgetWords>>>();

/** All words of a language. What the network does not bring is said in English. */
export async function loadWords(language: WidgetLanguage): Promise<Words> {
  const { code } = language;
  if (code === "en") return createWords(language, widgetEnglish);
  const known = loaded.get(code) ?? fetchJson(`/widget/1/words/${code}.json`).then(readWords);
  loaded.set(code, known);
  try {
    return createWords(language, { ...widgetEnglish, ...(await known) });
  } catch {
    loaded.delete(code);
    return createWords(english, widgetEnglish);
  }
}

const english: WidgetLanguage = { code: "en", locale: "en-GB", direction: "ltr", first: widgetEnglish };

function readWords(value: unknown): Partial<WidgetWords> {
  if (typeof value !== "object" || value === null) throw new TypeError("no words");
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string"));
}

function createWords(language: WidgetLanguage, texts: WidgetWords): Words {
  const { locale, direction } = language;
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const currencies = new Intl.DisplayNames(locale, { type: "currency" });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  /** Latin names and figures inside a sentence from right to left: each stands for itself. */
  const isolate = (text: string) => (direction === "rtl" ? `\u2068${text}\u2069` : text);
  const rich: Words["rich"] = (key, values) =>
    texts[key].split(/\{(\w+)\}/).map((piece, index) => {
      const value = index % 2 === 0 ? piece : (values[piece] ?? null);
      return index % 2 === 1 && typeof value === "string" ? isolate(value) : value;
    });
  return {
    ...createFigures(locale),
    language,
    rich,
    say: (key, values = {}) => rich(key, values).join(""),
    country: (code) => countries.of(code) ?? code,
    currencyName: (code) => currencies.of(code) ?? code,
    moment: (instant) => moments.format(new Date(instant)),
  };
}
