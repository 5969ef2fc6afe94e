const countryNames = new Intl.DisplayNames("en", { type: "region" });
const currencyNames = new Intl.DisplayNames("en", { type: "currency" });

export function countryName(country: string): string {
  return countryNames.of(country) ?? country;
}

export function currencyName(currency: string): string {
  return currencyNames.of(currency) ?? currency;
}

/** The symbol its own country uses, such as `€`; the code where there is none. */
export function currencySymbol(currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? currency;
}
