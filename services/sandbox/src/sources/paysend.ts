import { Decimal, fixedText, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import type { Market } from "../model/market.ts";
import { type Route, serves, standingFee, standingRate } from "../model/standing-price.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

const page = /^\/api\/en-[a-z]{2}\/send-money\/from-([a-z-]+)-to-([a-z-]+)$/;
/** The pages there are, by the name a country has in their addresses. */
const senders: ReadonlyMap<string, string> = new Map([
  ["belgium", "BE"],
  ["france", "FR"],
]);
const receivers: ReadonlyMap<string, string> = new Map([
  ["morocco", "MA"],
  ["nigeria", "NG"],
  ["romania", "RO"],
  ["turkey", "TR"],
]);
/** ISO 4217 digits of what is paid out there. */
const currencies: ReadonlyMap<string, string> = new Map([
  ["504", "MAD"],
  ["566", "NGN"],
  ["946", "RON"],
  ["949", "TRY"],
  ["978", "EUR"],
]);
/** What every page shows, whatever the visitor wants to send. */
const shownAmount = new Decimal(500);

/** The model of a page: the rate of the day, fee and outcome at 500, no other amount. */
export const paysend: SimulatedSource = {
  key: "paysend",
  field: '"convertRate"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    const route = method === "POST" ? routeOf(path, query) : null;
    return route === null || !serves("paysend", market, route) ? null : jsonAnswer(pageModel(market, route));
  },
};

function routeOf(path: string, query: URLSearchParams): Route | null {
  const [, from = "", to = ""] = page.exec(path) ?? [];
  const [sendCountry, receiveCountry] = [senders.get(from), receivers.get(to)];
  const sendCurrency = currencies.get(query.get("fromCurrId") ?? "");
  const receiveCurrency = currencies.get(query.get("toCurrId") ?? "");
  if (!sendCountry || !receiveCountry || !sendCurrency || !receiveCurrency) return null;
  return { sendCountry, sendCurrency, receiveCountry, receiveCurrency };
}

function pageModel(market: Market, route: Route): object {
  const rate = roundHalfUp(standingRate("paysend", market, route, "bank"), 12);
  const fee = standingFee("paysend", shownAmount, "bank");
  const { sendCurrency, receiveCurrency } = route;
  return {
    commission: {
      convertRate: wireNumber(rate, 12),
      fee: wireNumber(fee, 2),
      from: wireNumber(shownAmount, 2),
      to: wireNumber(shownAmount.minus(fee).times(rate), minorUnits(receiveCurrency)),
      restrictionFrom: { minAmount: 2, maxAmount: 1500 },
    },
    paymentForm: {
      description: "Should arrive: in minutes (simulated)",
      currencyRateText: `1.00 ${sendCurrency} = ${fixedText(rate, 4)} ${receiveCurrency}`,
    },
    countryFrom: [{ code: route.sendCountry, paySystems: ["mastercard", "visa"], promoForPayment: null }],
    countryTo: [{ code: route.receiveCountry, paySystems: ["account", "mastercard", "visa"], promoForPayment: null }],
    error: null,
    errorMessage: null,
    message: null,
  };
}
