import { listReceiveCountries } from "./countries.ts";
import type { Route } from "./standing-price.ts";

/** For sources that are asked about currencies alone: the first country paid in one stands for all. Null: there is none. */
export function routeOfPair(sendCountry: string, sendCurrency: string, receiveCurrency: string): Route | null {
  const country = listReceiveCountries().find(([, { currencies }]) => currencies.includes(receiveCurrency));
  return country === undefined ? null : { sendCountry, sendCurrency, receiveCountry: country[0], receiveCurrency };
}
