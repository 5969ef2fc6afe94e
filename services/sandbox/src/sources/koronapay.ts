import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import countries from "i18n-iso-countries";
import { type PayOutKind, receiveCountryOf } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { currencyName } from "../model/names.ts";
import { type Route, serves, standingFee, standingRate } from "../model/standing-price.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

const receivingMethods: Readonly<Partial<Record<PayOutKind, string>>> = {
  bank: "account",
  cash: "cash",
  wallet: "wallet",
  card: "card",
};
/** ISO 4217 digits of what it is asked for here. */
const numbers = new Map([
  ["978", "EUR"],
  ["504", "MAD"],
  ["949", "TRY"],
  ["860", "UZS"],
]);
const limits = { min: "10.95", max: "5000.95" };

/** A list of ways with their limits, and a price for one way. Money is whole minor units, the fee inside the amount. */
export const koronapay: SimulatedSource = {
  key: "koronapay",
  field: '"minSendingAmount"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    if (method !== "GET") return null;
    const sendCountry = countries.alpha3ToAlpha2(query.get("sendingCountryId") ?? "");
    const receiveCountry = countries.alpha3ToAlpha2(query.get("receivingCountryId") ?? "");
    if (sendCountry === undefined || receiveCountry === undefined) return refusal("unknown country");
    const from = { sendCountry, sendCurrency: "EUR", receiveCountry };
    if (path === "/api/transfers/tariffs/info") return jsonAnswer(waysOf(market, from));
    if (path !== "/api/transfers/tariffs") return null;
    const receiveCurrency = numbers.get(query.get("receivingCurrencyId") ?? "");
    const amount = /^\d{1,9}$/.exec(query.get("sendingAmount") ?? "")?.[0];
    if (receiveCurrency === undefined || amount === undefined) return refusal("unknown currency or amount");
    const route = { ...from, receiveCurrency };
    const payOut = payOutsOf(market, route).find((kind) => receivingMethods[kind] === query.get("receivingMethod"));
    return jsonAnswer(payOut === undefined ? [] : [tariffOf(market, route, payOut, new Decimal(amount).div(100))]);
  },
};

function currenciesOf({ sendCurrency, receiveCurrency }: Route) {
  return { sendingCurrency: currencyOf(sendCurrency), receivingCurrency: currencyOf(receiveCurrency) };
}

function currencyOf(code: string) {
  const [id = ""] = [...numbers].find(([, known]) => known === code) ?? [];
  return { id, code, name: currencyName(code) };
}

function minor(amount: Decimal, currency: string) {
  return wireNumber(amount.times(new Decimal(10).pow(minorUnits(currency))), 0);
}

function refusal(message: string) {
  return jsonAnswer({ type: "error", code: 400, message }, 400);
}

function payOutsOf(market: Market, route: Route): readonly PayOutKind[] {
  if (!serves("koronapay", market, route)) return [];
  const { payOuts = [] } = receiveCountryOf(route.receiveCountry, route.receiveCurrency) ?? {};
  return payOuts.filter((kind) => receivingMethods[kind] !== undefined);
}

function waysOf(market: Market, from: Omit<Route, "receiveCurrency">): readonly object[] {
  return [...numbers.values()].flatMap((receiveCurrency) => {
    const route = { ...from, receiveCurrency };
    return payOutsOf(market, route).map((payOut) => ({
      ...currenciesOf(route),
      minSendingAmount: minor(new Decimal(limits.min), "EUR"),
      maxSendingAmount: minor(new Decimal(limits.max), "EUR"),
      minSendingCommission: minor(standingFee("koronapay", new Decimal(limits.min), payOut), "EUR"),
      fractionalReceivingAmountUsage: "enabled",
      paymentMethod: "debitCard",
      receivingMethod: receivingMethods[payOut],
    }));
  });
}

function tariffOf(market: Market, route: Route, payOut: PayOutKind, amount: Decimal) {
  const fee = standingFee("koronapay", amount, payOut);
  const rate = roundHalfUp(standingRate("koronapay", market, route, payOut), 4);
  return {
    ...currenciesOf(route),
    sendingAmount: minor(amount, route.sendCurrency),
    sendingAmountDiscount: 0,
    sendingAmountWithoutCommission: minor(amount.minus(fee), route.sendCurrency),
    sendingCommission: minor(fee, route.sendCurrency),
    sendingCommissionDiscount: 0,
    sendingTransferCommission: minor(fee, route.sendCurrency),
    paidNotificationCommission: 0,
    receivingAmount: minor(amount.minus(fee).times(rate), route.receiveCurrency),
    exchangeRate: wireNumber(rate, 4),
    exchangeRateType: "reverse",
    exchangeRateDiscount: 0,
    profit: 0,
    properties: {},
  };
}
