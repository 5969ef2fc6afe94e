/** Money and percentages as people in a language write them. Figures come as decimal strings and stay exact. */
export interface Formats {
  money(amount: string, currency: string): string;
  percent(pct: string): string;
  country(code: string): string;
  /** As short as it is unmistakable in the language: €, US$. */
  currencySymbol(code: string): string;
  /** Order of names, by the language's alphabet. */
  compareNames(one: string, other: string): number;
  ago(then: string, now: Date): string;
}

/** `Intl` takes decimal strings as they are, without a binary float between. */
type DecimalText = Intl.StringNumericLiteral;

export function createFormats(language: string): Formats {
  const countries = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  const percents = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return {
    money: (amount, currency) =>
      new Intl.NumberFormat(language, { style: "currency", currency }).format(amount as DecimalText),
    percent: (pct) => `${percents.format(pct as DecimalText)} %`,
    country: (code) => countries.of(code) ?? code,
    currencySymbol: (code) => {
      const parts = new Intl.NumberFormat(language, { style: "currency", currency: code }).formatToParts(0);
      return parts.find(({ type }) => type === "currency")?.value ?? code;
    },
    compareNames: compare,
    ago: (then, now) => {
      const minutes = Math.round((now.getTime() - Date.parse(then)) / 60_000);
      if (minutes < 60) return relative.format(-minutes, "minute");
      if (minutes < 48 * 60) return relative.format(-Math.round(minutes / 60), "hour");
      return relative.format(-Math.round(minutes / 1_440), "day");
    },
  };
}
