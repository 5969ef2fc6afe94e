import { type PricedOffer, priceForBudget, priceForReceived } from "../../domain/index.ts";
import type { BookQuote, StandingPrices } from "../book/corridor-book.ts";
import type { Ask } from "./ask.ts";

export interface PricedStanding {
  readonly priced: PricedOffer;
  /** The quote behind the figures, the nearer of two. */
  readonly quote: BookQuote;
  /** The older of the quotes used. */
  readonly observedAt: Date;
}

/** Asks the standing prices of an offer; null where the amount is out of their range. */
export function priceStanding(standing: StandingPrices, ask: Ask): PricedStanding | null {
  const price = ask.kind === "pay" ? priceForBudget : priceForReceived;
  const priced = price(standing.prices, ask.amount);
  if (priced === null) return null;
  const quote = priced.sample === null ? standing.schedule : standing.quotes[priced.sample];
  if (quote === null || quote === undefined) return null;
  return { priced, quote, observedAt: oldestUsed(standing, priced, quote) };
}

/** An interpolated price rests on the nearest sample and on its neighbour on the other side of the amount. */
function oldestUsed(standing: StandingPrices, priced: PricedOffer, quote: BookQuote): Date {
  if (priced.derivation !== "interpolated" || priced.sample === null) return quote.observedAt;
  const sample = standing.prices.samples[priced.sample];
  const isAbove = sample !== undefined && totalOf(standing, sample).lt(priced.pay);
  const neighbour = standing.quotes[priced.sample + (isAbove ? 1 : -1)];
  return neighbour === undefined || quote.observedAt < neighbour.observedAt ? quote.observedAt : neighbour.observedAt;
}

function totalOf({ prices }: StandingPrices, sample: StandingPrices["prices"]["samples"][number]) {
  return prices.feePlacement === "on_top" ? sample.amount.plus(sample.fee) : sample.amount;
}
