import { Decimal } from "@openremit/shared/domain";
import { type PayOutKind, receiveCountryOf } from "./countries.ts";
import type { Market } from "./market.ts";
import { type ProviderName, providers, type SimulatedProvider } from "./providers.ts";

/** Where money goes from and to, as every source can say it. */
export interface Route {
  readonly sendCountry: string;
  readonly sendCurrency: string;
  readonly receiveCountry: string;
  readonly receiveCurrency: string;
}

/** Whether a provider pays out there in that currency. */
export function serves(name: ProviderName, market: Market, route: Route): boolean {
  const { refuses }: SimulatedProvider = providers[name];
  const { receiveCountry, receiveCurrency } = route;
  const isKnown = market.knows(route.sendCurrency) && market.knows(receiveCurrency);
  const isOpen = receiveCountryOf(receiveCountry, receiveCurrency) !== null;
  return isKnown && isOpen && !refuses.includes(receiveCountry) && !refuses.includes(receiveCurrency);
}

/** The standing rate, unrounded: the live mid less a margin that belongs to provider, corridor and pay-out. */
export function standingRate(name: ProviderName, market: Market, route: Route, payOut: PayOutKind): Decimal {
  const { sendCountry, sendCurrency, receiveCountry, receiveCurrency } = route;
  const mid = market.liveMid(sendCurrency, receiveCurrency);
  if (sendCurrency === receiveCurrency) return mid;
  const { marginPct, spreadPct, extraPct }: SimulatedProvider = providers[name];
  const corridor = market.noise(`${name} ${sendCountry} ${sendCurrency} ${receiveCountry} ${receiveCurrency}`);
  const spread = corridor.times(2).minus(1).times(spreadPct);
  const margin = spread.plus(marginPct).plus(extraPct[payOut] ?? "0");
  return mid.times(new Decimal(100).minus(margin)).div(100);
}

/** The standing fee in send currency for a principal. */
export function standingFee(name: ProviderName, amount: Decimal, payOut: PayOutKind): Decimal {
  const { fees, extraFee }: SimulatedProvider = providers[name];
  const band = fees.findLast(({ from }) => amount.gte(from));
  return Decimal.max(0, new Decimal(band?.fee ?? "0").plus(extraFee[payOut] ?? "0"));
}
