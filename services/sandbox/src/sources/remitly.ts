import { positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, fixedText, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import countries from "i18n-iso-countries";
import { type PayOutKind, receiveCountryOf } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { currencyName, currencySymbol } from "../model/names.ts";
import { type Route, serves, standingFee, standingRate } from "../model/standing-price.ts";
import { jsonAnswer, openRobots, type SimulatedRequest, type SimulatedSource } from "../simulated-source.ts";

const conduit = /^([A-Z]{3}):([A-Z]{3})-([A-Z]{3}):([A-Z]{3})$/;
const payOutCodes: Readonly<Record<PayOutKind, string>> = {
  bank: "BANK_DEPOSIT",
  cash: "CASH_PICKUP",
  wallet: "DIRECT_TO_PHONE",
  card: "PUSH_TO_CARD",
  home: "HOME_DELIVERY",
};
/** A new customer's first transfer: this much at a better rate, without the fee. */
const promotionCap = new Decimal(1000);

/** The first way of paying out is the suggested estimate, the others are listed beside it. All amounts are strings. */
export const remitly: SimulatedSource = {
  key: "remitly",
  field: '"base_rate"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    if (method !== "GET" || path !== "/v3/calculator/estimate") return null;
    const route = readRoute(query.get("conduit") ?? "");
    const amount = positiveDecimalString.safeParse(query.get("amount"));
    if (route === null || !serves("remitly", market, route)) return refusal("corridor_not_supported");
    if (!amount.success || query.get("anchor") !== "SEND") return refusal("invalid_request");
    const payOuts = receiveCountryOf(route.receiveCountry, route.receiveCurrency)?.payOuts ?? [];
    const [suggested, ...others] = payOuts.map((payOut) => estimateOf(market, route, payOut, new Decimal(amount.data)));
    return jsonAnswer({
      estimate: suggested,
      pay_out_price_estimates: others.length > 0 ? { estimates: others } : null,
      disclaimer: { primary: disclaimer(route), secondary: null },
    });
  },
};

function readRoute(text: string): Route | null {
  const [, sender = "", sendCurrency = "", receiver = "", receiveCurrency = ""] = conduit.exec(text) ?? [];
  const sendCountry = countries.alpha3ToAlpha2(sender);
  const receiveCountry = countries.alpha3ToAlpha2(receiver);
  if (sendCountry === undefined || receiveCountry === undefined) return null;
  return { sendCountry, sendCurrency, receiveCountry, receiveCurrency };
}

function refusal(errorKey: string) {
  return jsonAnswer([{ error_key: errorKey, message: "This request cannot be estimated." }], 400);
}

function estimateOf(market: Market, route: Route, payOut: PayOutKind, amount: Decimal) {
  const standing = standingRate("remitly", market, route, payOut);
  const places = standing.lt(10) ? 4 : 2;
  const rate = roundHalfUp(standing, places);
  const promotional = roundHalfUp(standing.times(promotionFactor(market, route)), places);
  const boosted = Decimal.min(amount, promotionCap);
  const received = boosted.times(promotional).plus(amount.minus(boosted).times(rate));
  const sendPlaces = minorUnits(route.sendCurrency);
  const fee = fixedText(standingFee("remitly", amount, payOut), sendPlaces);
  return {
    conduit: {
      source_country: countries.alpha2ToAlpha3(route.sendCountry),
      source_currency: currencyOf(route.sendCurrency),
      target_country: countries.alpha2ToAlpha3(route.receiveCountry),
      target_currency: currencyOf(route.receiveCurrency),
    },
    discount: { fee_discount_amount: fee, send_discount_amount: fixedText(new Decimal(0), sendPlaces) },
    exchange_rate: {
      base_rate: fixedText(rate, places),
      capped_promotional_exchange_rate_amount: fixedText(promotionCap, sendPlaces),
      promotional_exchange_rate: fixedText(promotional, places),
    },
    fee: { total_fee_amount: fee },
    pay_in_method: "DEBIT",
    pay_out_method: payOutCodes[payOut],
    receive_amount: fixedText(received, minorUnits(route.receiveCurrency)),
    send_amount: fixedText(amount, sendPlaces),
    tax_details: null,
    total_charge_amount: fixedText(amount, sendPlaces),
    vet: null,
  };
}

/** Between 1.5 and 3 per cent better, by corridor. */
function promotionFactor(market: Market, { sendCountry, receiveCountry }: Route): Decimal {
  return market.noise(`promotion ${sendCountry} ${receiveCountry}`).times("1.5").plus("1.5").div(100).plus(1);
}

function currencyOf(code: string) {
  return {
    alpha3: code,
    decimal_count: minorUnits(code),
    name: currencyName(code),
    symbol: currencySymbol(code),
  };
}

function disclaimer({ sendCurrency, receiveCountry }: Route): string {
  const terms = `https://www.remitly.com/en/${receiveCountry.toLowerCase()}/simulated-terms`;
  return `New customers only. One per customer. Promotional FX rate applies to first 1000.00 ${sendCurrency} sent. See [Terms and Conditions](${terms}) for details.`;
}
