import { day } from "@openremit/shared/contracts";

/** `19/03/2026`, `19-03-2026` or `19.03.2026` as ISO; null where it is no such day. */
export function dayFirst(text: string): string | null {
  const [, date, month, year] = /^(\d{2})[/.-](\d{2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  return isoDay(year, month, date);
}

/** `22-May-26`, `1 Mar 2026` or `16 mars 2026` as ISO, by the names of the months in order; null where it is no such day. */
export function dayWithMonthName(text: string, months: readonly string[]): string | null {
  const [, date, name = "", year] = /^(\d{1,2})[ -](\p{L}+)[ -](\d{4}|\d{2})$/u.exec(text.trim()) ?? [];
  const place = months.indexOf(name.toLowerCase());
  return place < 0 ? null : isoDay(year?.padStart(4, "20"), String(place + 1), date);
}

function isoDay(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const read = day.safeParse(`${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`);
  return read.success ? read.data : null;
}

export const englishMonths = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
export const frenchMonths =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
