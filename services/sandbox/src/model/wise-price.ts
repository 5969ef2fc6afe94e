import { type Decimal, roundHalfUp } from "@openremit/shared/domain";
import type { Market } from "./market.ts";

/** Wise's fees inside an amount, in send currency: its own and what the way of paying in adds. */
export interface WiseFees {
  readonly own: Decimal;
  readonly payIn: Decimal;
  readonly total: Decimal;
}

/** A flat part and 0.45 to 0.95 per cent by currency pair; `payInPct` is what the pay-in adds. */
export function wiseFees(market: Market, amount: Decimal, pair: readonly [string, string], payInPct: string): WiseFees {
  const ownPct = market
    .noise(`wise ${pair.join(" ")}`)
    .div(2)
    .plus("0.45");
  const payIn = roundHalfUp(amount.times(payInPct).div(100), 2);
  const own = roundHalfUp(amount.minus(payIn).times(ownPct).div(100).plus("0.35"), 2);
  return { own, payIn, total: own.plus(payIn) };
}

/** The rate it prints for everybody: the live mid at six significant digits. */
export function wiseRate(market: Market, base: string, quote: string): Decimal {
  return market.liveMid(base, quote).toSignificantDigits(6);
}
