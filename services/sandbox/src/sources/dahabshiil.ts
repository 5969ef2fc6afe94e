import { countryCode, currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, fixedText, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import { z } from "zod";
import { euroSenders, type PayOutKind, receiveCountryOf } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { type Route, serves, standingFee, standingRate } from "../model/standing-price.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

const types: ReadonlyMap<string, PayOutKind> = new Map([
  ["Cash Collection", "cash"],
  ["Bank Deposit", "bank"],
  ["Mobile Wallet", "wallet"],
]);
const otherSenders: Readonly<Record<string, string>> = { US: "USD", GB: "GBP", CA: "CAD", CH: "CHF" };

const asked = z.object({
  source_country_code: countryCode,
  destination_country_iso2: countryCode,
  amount_type: z.literal("SOURCE"),
  amount: positiveDecimalString,
  destination_currency: currencyCode,
  type: z.string(),
});

/** Charges per way of paying out, numbers beside numeric strings. How it refuses is invented. */
export const dahabshiil: SimulatedSource = {
  key: "dahabshiil",
  field: '"base_rate"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    if (method !== "GET" || path !== "/remit/transaction/get-charges-anonymous") return null;
    const request = asked.safeParse(Object.fromEntries(query));
    const payOut = types.get(request.data?.type ?? "");
    if (!request.success || payOut === undefined) return refusal;
    const { source_country_code: sendCountry, destination_country_iso2: receiveCountry } = request.data;
    const sendCurrency = euroSenders.includes(sendCountry) ? "EUR" : (otherSenders[sendCountry] ?? "");
    const route = { sendCountry, sendCurrency, receiveCountry, receiveCurrency: request.data.destination_currency };
    const payOuts = receiveCountryOf(receiveCountry, route.receiveCurrency)?.payOuts ?? [];
    if (!serves("dahabshiil", market, route) || !payOuts.includes(payOut)) return refusal;
    const charges = chargesOf(market, route, payOut, new Decimal(request.data.amount));
    return jsonAnswer({ status: "Success", code: 200, data: { charges } });
  },
};

const refusal = jsonAnswer({ status: "Failed", code: 404, data: null });

function chargesOf(market: Market, route: Route, payOut: PayOutKind, amount: Decimal) {
  const base = roundHalfUp(standingRate("dahabshiil", market, route, payOut), 4);
  const rate = isPromoted(market, route) ? roundHalfUp(base.times("1.03"), 4) : base;
  const fee = wireNumber(standingFee("dahabshiil", amount, payOut), 2);
  return {
    source_currency: route.sendCurrency,
    source_amount: wireNumber(amount, minorUnits(route.sendCurrency)),
    rate: wireNumber(rate, 4),
    base_rate: wireNumber(base, 4),
    destination_currency: route.receiveCurrency,
    destination_amount: wireNumber(amount.times(rate), minorUnits(route.receiveCurrency)),
    commission: fee,
    agent_fee: "0",
    hq_fee: "0",
    total_charges: fee,
    tax: fixedText(new Decimal(0), 2),
  };
}

/** In some corridors the rate stands above the base rate, as recorded. */
function isPromoted(market: Market, { receiveCountry, receiveCurrency }: Route): boolean {
  return market.noise(`dahabshiil promotion ${receiveCountry} ${receiveCurrency}`).lt("0.4");
}
