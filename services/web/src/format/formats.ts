/** Figures, names and times as people in a language write them. Figures come as decimal strings and stay exact. */
export interface Formats {
  money(amount: string, currency: string): string;
  /** Without trailing zeros: 200 for "200.00". For amounts that people choose, not for prices. */
  roundMoney(amount: string, currency: string): string;
  percent(pct: string): string;
  /** Without trailing zeros: 5 for "5.00". For lines and scales, not for costs. */
  roundPercent(pct: string): string;
  /** All its digits, zeros at the end too: its source published them. */
  rate(value: string): string;
  count(value: number): string;
  country(code: string): string;
  currencyName(code: string): string;
  /** As short as it is unmistakable in the language: €, US$. */
  currencySymbol(code: string): string;
  languageName(code: string): string;
  /** A calendar day such as 2026-11-23. */
  day(day: string): string;
  /** Two days and all between: "1–30 Nov 2026". */
  days(first: string, last: string): string;
  /** An instant: day and time in the site's time zone. Never "two hours ago": pages are kept, printed and shared. */
  moment(instant: string): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  compareNames(one: string, other: string): number;
}

/** `Intl` takes decimal strings as they are, without a binary float between. */
type DecimalText = Intl.StringNumericLiteral;

export function createFormats(locale: string, timeZone: string): Formats {
  const { compare } = new Intl.Collator(locale);
  const percents = new Intl.NumberFormat(locale, { style: "unit", unit: "percent", ...exactly(2) });
  const roundPercents = new Intl.NumberFormat(locale, { style: "unit", unit: "percent", maximumFractionDigits: 2 });
  const numbers = new Intl.NumberFormat(locale);
  const point = numbers.formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const currencies = new Intl.DisplayNames(locale, { type: "currency" });
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const money = byCurrency(locale, {});
  const roundMoney = byCurrency(locale, { trailingZeroDisplay: "stripIfInteger" });
  return {
    money: (amount, currency) => money(currency).format(amount as DecimalText),
    roundMoney: (amount, currency) => roundMoney(currency).format(amount as DecimalText),
    percent: (pct) => percents.format(pct as DecimalText),
    roundPercent: (pct) => roundPercents.format(pct as DecimalText),
    rate: (value) => {
      const [whole = "", fraction] = value.split(".");
      const text = numbers.format(whole as DecimalText);
      return fraction === undefined ? text : `${text}${point}${fraction}`;
    },
    count: (value) => numbers.format(value),
    country: (code) => countries.of(code) ?? code,
    currencyName: (code) => currencies.of(code) ?? code,
    currencySymbol: (code) => {
      const parts = money(code).formatToParts(0);
      return parts.find(({ type }) => type === "currency")?.value ?? code;
    },
    languageName: (code) => names.of(code) ?? code,
    day: (day) => dayFormat.format(dateOf(day)),
    days: (first, last) => dayFormat.formatRange(dateOf(first), dateOf(last)),
    moment: (instant) => moments.format(new Date(instant)),
    list: (items) => lists.format(items),
    compareNames: compare,
  };
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function exactly(digits: number) {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Making a format costs a thousand times what using it does. */
function byCurrency(locale: string, options: Intl.NumberFormatOptions) {
  const made = new Map<string, Intl.NumberFormat>();
  return (currency: string): Intl.NumberFormat => {
    const known = made.get(currency);
    if (known !== undefined) return known;
    const format = new Intl.NumberFormat(locale, { style: "currency", currency, ...options });
    made.set(currency, format);
    return format;
  };
}
