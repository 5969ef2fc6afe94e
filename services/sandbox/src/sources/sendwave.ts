import { countryCode, currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, fixedText, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import { z } from "zod";
import { type PayOutKind, receiveCountryOf } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { type Route, serves, standingFee, standingRate } from "../model/standing-price.ts";
import { jsonAnswer, openRobots, type SimulatedRequest, type SimulatedSource } from "../simulated-source.ts";

const payOutCodes: Partial<Record<PayOutKind, string>> = { bank: "bank", cash: "cash", wallet: "mobile" };
/** Whoever sends this much gets a better rate; nobody may send more than the limit. */
const betterFrom = "400";
const limit = "2500";

const country = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(countryCode);
const askedRoute = z.object({
  sendCountryIso2: country,
  sendCurrency: currencyCode,
  receiveCountryIso2: country,
  receiveCurrency: currencyCode,
});
const askedAmount = z.object({ amountType: z.literal("SEND"), amount: positiveDecimalString });

/** Partners per way of paying out first, then the price of one partner at one amount. */
export const sendwave: SimulatedSource = {
  key: "sendwave",
  field: '"bestPricedSegmentName"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    if (method !== "GET" || !/^\/v2\/pricing-(segments|public)$/.test(path)) return null;
    const parameters = Object.fromEntries(query);
    const place = askedRoute.safeParse(parameters);
    if (!place.success) return refusal("missing-parameters");
    const { sendCountryIso2: sendCountry, receiveCountryIso2: receiveCountry, ...money } = place.data;
    const route: Route = { sendCountry, receiveCountry, ...money };
    if (!serves("sendwave", market, route)) return refusal("unsupported-corridor");
    const payOuts = (receiveCountryOf(receiveCountry, route.receiveCurrency)?.payOuts ?? []).filter(
      (payOut) => payOutCodes[payOut] !== undefined,
    );
    if (path.endsWith("segments")) return jsonAnswer(segmentsOf(market, route, payOuts));
    const asked = askedAmount.safeParse(parameters);
    const segment = query.get("segmentName");
    const payOut = payOuts.find((kind) => segment === null || segment === segmentOf(route, kind));
    if (!asked.success || payOut === undefined) return refusal("invalid-parameters");
    const amount = new Decimal(asked.data.amount);
    return amount.gt(limit) ? refusal("pricing-limit-violation") : jsonAnswer(priceOf(market, route, payOut, amount));
  },
};

function refusal(code: string) {
  return jsonAnswer({ code, message: "This transfer cannot be priced." }, 400);
}

function segmentOf({ receiveCountry }: Route, payOut: PayOutKind): string {
  return `${receiveCountry.toLowerCase()}_simulated_${payOutCodes[payOut]}`;
}

function segmentsOf(market: Market, route: Route, payOuts: readonly PayOutKind[]) {
  const { sendCurrency, receiveCurrency } = route;
  return {
    hasDifferentiatedPricing: true,
    payoutMethodsAndPrices: payOuts.map((payOut, place) => ({
      bestPricedSegmentName: segmentOf(route, payOut),
      hasDifferentiatedPricing: false,
      isBestPricedPayoutMethod: place === 0,
      label: `Simulated ${payOutCodes[payOut]}`,
      payoutMethod: payOutCodes[payOut],
      segments: [
        {
          description: `<span>1&nbsp;${sendCurrency} = ${rateText(market, route, payOut)}&nbsp;${receiveCurrency}</span>`,
          segmentDisplayName: "Simulated partner",
          segmentName: segmentOf(route, payOut),
        },
      ],
    })),
  };
}

function rateText(market: Market, route: Route, payOut: PayOutKind): string {
  return fixedText(standingRate("sendwave", market, route, payOut), 5);
}

function priceOf(market: Market, route: Route, payOut: PayOutKind, amount: Decimal) {
  const tier = amount.gte(betterFrom) ? "1.0025" : "1";
  const rate = roundHalfUp(standingRate("sendwave", market, route, payOut).times(tier), 5);
  const bps = market.noise(`sendwave campaign ${route.receiveCountry}`).times(150).floor().plus(50);
  const campaign = roundHalfUp(rate.times(bps.div(10_000).plus(1)), 5);
  const places = minorUnits(route.sendCurrency);
  const fee = standingFee("sendwave", amount, payOut);
  return {
    baseExchangeRate: fixedText(rate, 5),
    baseFeeAmount: fixedText(fee, places),
    baseFeeRateBps: 0,
    baseSendAmount: fixedText(amount, places),
    calculationId: "00000000-0000-4000-8000-000000000000",
    campaignsApplied: [{ adjustmentType: "FX", code: "NEW", description: "Simulated intro rate", isStackable: false }],
    effectiveExchangeRate: fixedText(campaign, 5),
    effectiveFeeAmount: fixedText(fee, places),
    effectiveFeeRateBps: 0,
    effectiveSendAmount: fixedText(amount, places),
    maxFee: null,
    payAmount: fixedText(amount.plus(fee), places),
    promosValue: "0",
    receiveAmount: fixedText(amount.times(campaign), minorUnits(route.receiveCurrency)),
    sendBonusAmount: "0",
  };
}
