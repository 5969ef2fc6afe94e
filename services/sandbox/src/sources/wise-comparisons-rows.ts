import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import type { FeedEntry } from "../model/feed.ts";
import type { Market } from "../model/market.ts";
import { serves, standingFee, standingRate } from "../model/standing-price.ts";
import { wiseFees, wiseRate } from "../model/wise-price.ts";
import { secondsText, wireNumber } from "../simulated-source.ts";

export interface FeedQuestion {
  readonly sourceCurrency: string;
  readonly targetCurrency: string;
  readonly sourceCountry: string | null;
  readonly targetCountry: string | null;
  readonly amount: Decimal;
}

/** A competitor's rows. Bank to bank only; its own price, up to 0.2 per cent off, as an estimate is. */
export function competitorRows(market: Market, question: FeedQuestion, entry: FeedEntry): readonly object[] {
  const { sourceCurrency, targetCurrency, sourceCountry, targetCountry, amount } = question;
  const senders = sourceCurrency === "EUR" && entry.senders.length > 0 ? entry.senders : [null];
  return senders
    .filter((sender) => sender === null || sourceCountry === null || sender === sourceCountry)
    .map((sender) => ({
      sendCountry: sender ?? "",
      sendCurrency: sourceCurrency,
      receiveCountry: targetCountry ?? "",
      receiveCurrency: targetCurrency,
    }))
    .filter((route) => serves(entry.alias, market, route))
    .map((route) => {
      const error = market
        .noise(`feed ${entry.alias} ${Object.values(route).join(" ")}`)
        .minus("0.5")
        .times("0.004");
      const rate = roundHalfUp(standingRate(entry.alias, market, route, "bank").times(error.plus(1)), 10);
      const mid = market.liveMid(sourceCurrency, targetCurrency);
      return rowOf(question, {
        fee: Decimal.min(standingFee(entry.alias, amount, "bank"), amount),
        rate,
        markupPct: new Decimal(1).minus(rate.div(mid)).times(100),
        collectedAt: collectedAt(market, entry),
        sender: route.sendCountry || null,
        receiver: entry.namesReceiver ? targetCountry : null,
      });
    });
}

/** Wise's own row: its quote for a bank transfer, at mid rate, for every sender. */
export function wiseRow(market: Market, question: FeedQuestion): readonly object[] {
  const { sourceCurrency, targetCurrency, amount } = question;
  const fee = wiseFees(market, amount, [sourceCurrency, targetCurrency], "0").total;
  const isServed = targetCurrency !== "CDF" && question.targetCountry !== "CD" && fee.lt(amount);
  if (!isServed) return [];
  const rate = wiseRate(market, sourceCurrency, targetCurrency);
  const price = { fee, rate, markupPct: new Decimal(0), sender: null, receiver: null };
  const row = rowOf(question, { ...price, collectedAt: secondsText(new Date(market.at.getTime() - 47_000)) });
  const duration = { min: "PT24H", max: "PT24H" };
  return [{ ...row, isConsideredMidMarketRate: true, deliveryEstimation: { duration, providerGivesEstimate: true } }];
}

interface RowPrice {
  readonly fee: Decimal;
  readonly rate: Decimal;
  readonly markupPct: Decimal;
  readonly collectedAt: string;
  readonly sender: string | null;
  readonly receiver: string | null;
}

function rowOf({ amount, targetCurrency }: FeedQuestion, price: RowPrice) {
  const received = amount.minus(price.fee).times(price.rate);
  return {
    dateCollected: price.collectedAt,
    deliveryEstimation: { duration: null, providerGivesEstimate: true },
    fee: wireNumber(price.fee, 2),
    isConsideredMidMarketRate: false,
    markup: wireNumber(price.markupPct, 8),
    rate: wireNumber(price.rate, 10),
    receivedAmount: wireNumber(received, minorUnits(targetCurrency)),
    sendAmount: null,
    sourceCountry: price.sender,
    targetCountry: price.receiver,
  };
}

/** To the microsecond, as the feed prints it. */
function collectedAt(market: Market, { alias, ageMinutes }: FeedEntry): string {
  const seconds = market.noise(`collected ${alias}`).times(1200).floor().toNumber();
  const collected = new Date(market.at.getTime() - (ageMinutes * 60 + seconds) * 1000);
  return `${collected.toISOString().slice(0, 23)}417Z`;
}
