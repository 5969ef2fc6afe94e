import { countryCode, currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, fixedText, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import { z } from "zod";
import { type PayOutKind, receiveCountryOf } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { type Route, serves, standingFee, standingRate } from "../model/standing-price.ts";
import { jsonAnswer, openRobots, type SimulatedRequest, type SimulatedSource } from "../simulated-source.ts";

const payIns = [
  { code: "bank", estimate: "in_one_business_day", surcharge: "0" },
  { code: "card", estimate: "in_one_hour", surcharge: "1.50" },
  { code: "applePay", estimate: "in_one_hour", surcharge: "1.50" },
] as const;
type PayIn = (typeof payIns)[number];

const asked = z.object({
  fromCurrencyCode: currencyCode,
  toCurrencyCode: currencyCode,
  fromCountryCode: countryCode,
  toCountryCode: countryCode,
  amount: positiveDecimalString,
  calculationBase: z.literal("sendAmount"),
});

/** Every pay-in × pay-out. To most countries with a first transfer's rate, the standing one unsaid. */
export const transfergo: SimulatedSource = {
  key: "transfergo",
  field: '"valueBeforeDiscount"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    if (method !== "GET" || path !== "/api/booking/quotes") return null;
    const request = asked.safeParse(Object.fromEntries(query));
    if (!request.success) return jsonAnswer({ error: "invalid_request" }, 400);
    const route: Route = {
      sendCountry: request.data.fromCountryCode,
      sendCurrency: request.data.fromCurrencyCode,
      receiveCountry: request.data.toCountryCode,
      receiveCurrency: request.data.toCurrencyCode,
    };
    if (!serves("transfergo", market, route)) return jsonAnswer({ error: "corridor_not_supported" }, 400);
    const amount = new Decimal(request.data.amount);
    const payOuts = receiveCountryOf(route.receiveCountry, route.receiveCurrency)?.payOuts ?? [];
    return jsonAnswer({
      corridorType: "international",
      deliveryType: "payInPayOutPairBased",
      options: payOuts
        .filter((payOut) => payOut !== "home")
        .flatMap((payOut) => payIns.map((payIn) => optionOf(market, route, payOut, { payIn, amount }))),
      visibility: { payInPayOutViewAmount: "receiving", showMoreLimit: 5 },
    });
  },
};

function payOutCode(payOut: PayOutKind, { receiveCountry }: Route): string {
  if (payOut === "bank") return ["TR", "RO", "BG"].includes(receiveCountry) ? "iban" : "accountIdentifier";
  return payOut === "wallet" && receiveCountry === "PH" ? "phWallet" : payOut;
}

function optionOf(market: Market, route: Route, payOut: PayOutKind, how: { payIn: PayIn; amount: Decimal }) {
  const { payIn, amount } = how;
  const { sendCurrency, receiveCurrency, sendCountry, receiveCountry } = route;
  const code = payOutCode(payOut, route);
  const isPromoted = sendCurrency !== receiveCurrency && market.noise(`transfergo ${receiveCountry}`).gt("0.3");
  const rate = roundHalfUp(standingRate("transfergo", market, route, payOut).times(isPromoted ? "1.012" : "1"), 5);
  const fee = fixedText(standingFee("transfergo", amount, payOut).plus(payIn.surcharge), minorUnits(sendCurrency));
  const sent = { value: fixedText(amount, minorUnits(sendCurrency)), currency: sendCurrency };
  const cap = { message: "promotional_pricing_disclaimer", extra: { capAmount: { ...sent, value: "500.00" } } };
  return {
    code: `${payIn.code}-${code}`,
    corridor: { fromCountry: sendCountry, toCountry: receiveCountry },
    label: `payinout_${payIn.code}_${code}`.toLowerCase(),
    isDefault: payIn.code === "bank",
    availability: { isAvailable: true, reason: null },
    promotion: { isApplied: isPromoted, isFxDiscountApplied: isPromoted, notAppliedReason: null },
    visibility: { estimateLabel: payIn.estimate, warningMessage: null, warningMessages: isPromoted ? [cap] : [] },
    fee: { value: fee, valueBeforeDiscount: fee, currency: sendCurrency },
    rate: { value: fixedText(rate, 5), fromCurrency: sendCurrency, toCurrency: receiveCurrency },
    receivingAmount: { value: fixedText(amount.times(rate), minorUnits(receiveCurrency)), currency: receiveCurrency },
    sendingAmount: sent,
    payIn: { code: payIn.code },
    payOut: { code, supportedTypes: ["myself", "personal"] },
    bookingToken: `simulated.${market.noise(`transfergo token ${payIn.code} ${code}`)}`,
  };
}
