/** Figures as people in a language write them. Pages' programs use these too: names and times stand apart. */
export interface Figures {
  money(amount: string, currency: string): string;
  /** Without trailing zeros: 200 for "200.00". For amounts that people choose, not for prices. */
  roundMoney(amount: string, currency: string): string;
  percent(pct: string): string;
  /** Without trailing zeros: 5 for "5.00". For lines and scales, not for costs. */
  roundPercent(pct: string): string;
  /** All its digits, zeros at the end too: its source published them. */
  rate(value: string): string;
  count(value: number): string;
  /** As short as it is unmistakable in the language: €, US$. */
  currencySymbol(code: string): string;
}

/** `Intl` takes decimal strings as they are, without a binary float between. */
type DecimalText = Intl.StringNumericLiteral;

export function createFigures(locale: string): Figures {
  const percents = new Intl.NumberFormat(locale, { style: "unit", unit: "percent", ...exactly(2) });
  const roundPercents = new Intl.NumberFormat(locale, { style: "unit", unit: "percent", maximumFractionDigits: 2 });
  const numbers = new Intl.NumberFormat(locale);
  const point = numbers.formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
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
    currencySymbol: (code) => {
      const parts = money(code).formatToParts(0);
      return parts.find(({ type }) => type === "currency")?.value ?? code;
    },
  };
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
