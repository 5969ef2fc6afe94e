import type { firstKeys, WordKey } from "./word-keys.ts";

/** A language as the module knows it by itself. */
export interface WidgetLanguage {
  readonly code: string;
  /** What `Intl` formats by. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly first: Readonly<Record<(typeof firstKeys)[number], string>>;
}

export type WidgetWords = Readonly<Record<WordKey, string>>;

/** What the bundler puts into the module in place of names: see `widget/globals.d.ts`. */
export interface WidgetGlobals {
  readonly widgetLanguages: readonly WidgetLanguage[];
  /** English: complete, for whatever a language lacks or a network does not bring. */
  readonly widgetEnglish: WidgetWords;
  readonly widgetStyle: string;
}
