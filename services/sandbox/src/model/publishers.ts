import type { Decimal } from "@openremit/shared/domain";
import { ecbPlaces } from "./currencies.ts";
import type { Market } from "./market.ts";

/** Central banks of the blend beside the ECB; who publishes which currency is invented. */
const banks = ["BAM", "BCC", "BCEAO", "BNM", "BNR", "BSP", "CBK", "CBU", "NBG", "NBU", "TCMB"];
/** Pegs that the blend asserts without a publisher behind them, and one where it overrules all of them. */
export const assertedPegs: ReadonlySet<string> = new Set(["DJF", "XPF", "STN", "TMT"]);
export const overruledPeg = "TMT";

/** Two to four publishers of a currency, the ECB among them where it publishes it. The choice is the seed's. */
export function publishersOf(market: Market, currency: string): readonly string[] {
  const count = market.noise(`publishers ${currency}`).times(3).floor().plus(2);
  const ranked = banks
    .map((key) => ({ key, place: market.noise(`publisher ${key} ${currency}`) }))
    .sort((one, other) => one.place.cmp(other.place))
    .map(({ key }) => key);
  const known = ecbPlaces.has(currency) || currency === "EUR" ? ["ECB", ...ranked] : ranked;
  return known.filter((_, place) => count.gt(place));
}

/** A publisher's own figure: within 0.05 per cent of the mid rate. */
export function publishedBy(market: Market, key: string, currency: string, mid: Decimal): Decimal {
  const error = market.noise(`${key} ${currency}`).minus("0.5").div(1000);
  return mid.times(error.plus(1));
}
