import { createFigures, type Figures } from "./figures.ts";

/** Figures, names and times as people in a language write them. Figures come as decimal strings and stay exact. */
export interface Formats extends Figures {
  country(code: string): string;
  currencyName(code: string): string;
  languageName(code: string): string;
  /** A calendar day such as 2026-11-23. */
  day(day: string): string;
  /** Two days and all between: "1–30 Nov 2026". */
  days(first: string, last: string): string;
  /** An instant: day and time in the site's time zone. Never "two hours ago": pages are kept, printed and shared. */
  moment(instant: string): string;
  /** Of a file: "1.2 MB", and "1 kB" for what is smaller. */
  fileSize(bytes: number): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  compareNames(one: string, other: string): number;
}

export function createFormats(locale: string, timeZone: string): Formats {
  const { compare } = new Intl.Collator(locale);
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const currencies = new Intl.DisplayNames(locale, { type: "currency" });
  const sizes = (["kilobyte", "megabyte", "gigabyte"] as const).map(
    (unit) => new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }),
  );
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return {
    ...createFigures(locale),
    country: (code) => countries.of(code) ?? code,
    currencyName: (code) => currencies.of(code) ?? code,
    languageName: (code) => names.of(code) ?? code,
    day: remembering((day) => dayFormat.format(dateOf(day))),
    days: (first, last) => dayFormat.formatRange(dateOf(first), dateOf(last)),
    moment: remembering((instant) => moments.format(new Date(instant))),
    fileSize(bytes) {
      const power = Math.min(2, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
      const size = Math.max(1, bytes / 1_000 ** (power + 1));
      return sizes[power]?.format(size) ?? "";
    },
    list: (items) => lists.format(items),
    compareNames: compare,
  };
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

const mostRemembered = 200;

/** Dozens of prices on a page were seen at the same few moments, and times take the longest to write. */
function remembering(write: (text: string) => string): (text: string) => string {
  const written = new Map<string, string>();
  return (text) => {
    const known = written.get(text);
    if (known !== undefined) return known;
    const made = write(text);
    if (written.size >= mostRemembered) written.clear();
    written.set(text, made);
    return made;
  };
}
