/** A language of the site. `locale` is what `Intl` formats by; digits stay 0 to 9, as senders meet them at counters. */
export interface Language {
  readonly code: string;
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** As its own speakers write it. */
  readonly name: string;
}

function language(code: string, locale: string, name: string, direction: Language["direction"] = "ltr"): Language {
  return { code, locale: `${locale}-u-nu-latn`, direction, name };
}

/** English is the source of every message. Which of these are offered, their message files say. */
export const languages: readonly Language[] = [
  language("fr", "fr-BE", "Français"),
  language("nl", "nl-BE", "Nederlands"),
  language("en", "en-GB", "English"),
  language("de", "de-BE", "Deutsch"),
  language("ar", "ar-MA", "العربية", "rtl"),
  language("tr", "tr-TR", "Türkçe"),
  language("ro", "ro-RO", "Română"),
  language("pl", "pl-PL", "Polski"),
  language("bg", "bg-BG", "Български"),
  language("pt", "pt-PT", "Português"),
  language("es", "es-ES", "Español"),
  language("ln", "ln-CD", "Lingála"),
  language("sw", "sw-TZ", "Kiswahili"),
  language("rw", "rw-RW", "Ikinyarwanda"),
  language("wo", "wo-SN", "Wolof"),
];

export const sourceLanguage = "en";

export function languageOf(code: string): Language | null {
  return languages.find((one) => one.code === code) ?? null;
}
