import { countryCode, currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import { z } from "zod";
import type { Market } from "../model/market.ts";
import { routeOfPair } from "../model/route-of-pair.ts";
import { type Route, serves, standingRate } from "../model/standing-price.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

/** Per cent of the amount, for everybody and every way; a first transfer is spared it. */
const regularFeePct = "0.55";
const ways = [
  { key: 301, text: "Bank Transfer", code: "SIMULATED_BANK", is_pg: false, feePct: "0" },
  { key: 302, text: "Debit Card", code: "SIMULATED_DEBIT", is_pg: true, feePct: "0.40" },
  { key: 303, text: "Credit Card", code: "SIMULATED_CREDIT", is_pg: true, feePct: "1.50" },
] as const;

const asked = z.object({
  source_currency: currencyCode,
  destination_currency: currencyCode,
  country_code: countryCode,
  source_amount: positiveDecimalString,
});

/** A list of ways to pay in, and the price by one of them: what a first transfer costs, the regular figures beside it. */
export const instarem: SimulatedSource = {
  key: "instarem",
  field: '"text"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    const request = asked.safeParse(Object.fromEntries(query));
    if (method !== "GET" || !path.startsWith("/api/v1/public/")) return null;
    if (!request.success) return jsonAnswer({ success: false, message: "invalid request" }, 400);
    const { country_code, source_currency, destination_currency } = request.data;
    const route = routeOfPair(country_code, source_currency, destination_currency);
    const open = route !== null && serves("instarem", market, route) ? ways : [];
    if (path.endsWith("/payment-method/fee")) {
      return jsonAnswer({
        success: true,
        data: open.map(({ feePct: _unsaid, ...way }) => ({ ...way, value: way.key })),
      });
    }
    const way = open.find(({ key }) => `${key}` === query.get("instarem_bank_account_id"));
    if (!path.endsWith("/transaction/computed-value") || route === null || way === undefined) return null;
    return jsonAnswer({
      success: true,
      data: computed(market, route, new Decimal(request.data.source_amount), way.feePct),
    });
  },
};

function computed(market: Market, route: Route, amount: Decimal, wayPct: string) {
  const sendPlaces = minorUnits(route.sendCurrency);
  const regularFee = roundHalfUp(amount.times(regularFeePct).div(100), sendPlaces);
  const wayFee = roundHalfUp(amount.times(wayPct).div(100), sendPlaces);
  const rate = roundHalfUp(standingRate("instarem", market, route, "bank"), 4);
  const net = wireNumber(amount.minus(wayFee), sendPlaces);
  return {
    country_code: route.sendCountry,
    source_currency: route.sendCurrency,
    destination_currency: route.receiveCurrency,
    gross_source_amount: wireNumber(amount, sendPlaces),
    net_of_fee_amount: net,
    net_source_amount: net,
    destination_amount: wireNumber(amount.minus(wayFee).times(rate), minorUnits(route.receiveCurrency)),
    instarem_fx_rate: wireNumber(rate, 4),
    regular_instarem_fx_rate: wireNumber(rate, 4),
    fx_rate: wireNumber(market.liveMid(route.sendCurrency, route.receiveCurrency), 4),
    transaction_fee_amount: 0,
    regular_transaction_fee_amount: wireNumber(regularFee, sendPlaces),
    payment_method_fee_amount: wireNumber(wayFee, sendPlaces),
    regular_payment_method_fee_amount: wireNumber(wayFee, sendPlaces),
    payout_method_fee_amount: 0,
    regular_payout_method_fee_amount: 0,
    net_tax_amount: 0,
    source_validation: "",
    destination_validation: "",
    warning_message: "",
    first_instarem_transaction: true,
  };
}
