import { countryCode, currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import { z } from "zod";
import { type PayOutKind, receiveCountryOf } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { type Route, serves, standingFee, standingRate } from "../model/standing-price.ts";
import { readRequest } from "../read-request.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

interface Way {
  readonly code: string;
  readonly payOut: PayOutKind;
  readonly time: string;
}
const ways: readonly Way[] = [
  { code: "BNK", payOut: "bank", time: "Within 1 day" },
  { code: "CSH", payOut: "cash", time: "⚡ Within 10 minutes" },
  { code: "MOB", payOut: "wallet", time: "⚡ Within 5 minutes" },
  { code: "PTV", payOut: "card", time: "Within 1 hour" },
  { code: "ATP", payOut: "wallet", time: "⚡ Within 5 minutes" },
];
const mostAirtime = "100";
const payIns = [
  { id: "bank-transfer", name: "Bank Transfer", surchargePct: "0" },
  { id: "debit-card", name: "Debit Card", surchargePct: "0" },
  { id: "credit-card", name: "Credit Card", surchargePct: "3" },
];

const receiver = { receiveCountry: countryCode, receiveCurrency: currencyCode };
const asked = z.discriminatedUnion("operationName", [
  z.object({
    operationName: z.literal("payOutMethods"),
    variables: z.object({ sendCountry: countryCode, ...receiver }),
  }),
  z.object({
    operationName: z.literal("createCalculation"),
    variables: z.object({
      amount: positiveDecimalString,
      sendCountryCode: countryCode,
      sendCurrencyCode: currencyCode,
      receiveCountryCode: countryCode,
      receiveCurrencyCode: currencyCode,
      payOutMethodCode: z.string(),
    }),
  }),
]);
type Calculation = Extract<z.infer<typeof asked>, { operationName: "createCalculation" }>["variables"];

/** The ways of paying out, then the price of one way at one amount. What goes wrong is said in a 200. */
export const worldremit: SimulatedSource = {
  key: "worldremit",
  field: '"payOutMethods"',
  robots: openRobots,
  answer({ method, path, body }: SimulatedRequest, market: Market) {
    if (method !== "POST" || path !== "/graphql") return null;
    const request = readRequest(asked, body);
    if (request === null) return jsonAnswer({ errors: [{ message: "Variables do not fit the query" }], data: null });
    if (request.operationName === "createCalculation") {
      return jsonAnswer({ data: { createCalculation: calculate(market, request.variables) } });
    }
    const route = { ...request.variables, sendCurrency: "EUR" };
    const offered = waysOf(market, route).map(({ code, time }, place) => {
      const id = market.noise(`worldremit ${code} ${route.receiveCountry}`).times(9000).floor().plus(1000);
      return {
        code,
        payOutTimeEstimate: time,
        correspondents: [{ id: `${id}${place}`, name: "Simulated", payOutTime: null }],
      };
    });
    return jsonAnswer({ data: { payOutMethods: offered } });
  },
};

function waysOf(market: Market, route: Route): readonly Way[] {
  const payOuts = receiveCountryOf(route.receiveCountry, route.receiveCurrency)?.payOuts ?? [];
  return serves("world-remit", market, route) ? ways.filter(({ payOut }) => payOuts.includes(payOut)) : [];
}

function calculate(market: Market, variables: Calculation) {
  const route: Route = {
    sendCountry: variables.sendCountryCode,
    sendCurrency: variables.sendCurrencyCode,
    receiveCountry: variables.receiveCountryCode,
    receiveCurrency: variables.receiveCurrencyCode,
  };
  const amount = new Decimal(variables.amount);
  const way = waysOf(market, route).find(({ code }) => code === variables.payOutMethodCode);
  if (way === undefined) return refusal("This method is not available");
  if (way.code === "ATP" && amount.gt(mostAirtime)) return refusal("The amount is above the limit");
  return { errors: [], calculation: priceOf(market, route, way, amount) };
}

function refusal(message: string) {
  return { errors: [{ __typename: "ValidationCalculationError", message }], calculation: null };
}

/** On half of the corridors a new customer gets a better rate, and the standing one is crossed out. */
function priceOf(market: Market, route: Route, { payOut }: Way, amount: Decimal) {
  const { sendCurrency, receiveCurrency, receiveCountry } = route;
  const standing = roundHalfUp(standingRate("world-remit", market, route, payOut), 4);
  const luck = market.noise(`worldremit welcome ${receiveCountry}`);
  const welcome = luck.gt("0.5") ? roundHalfUp(standing.times("1.02"), 4) : null;
  const fee = standingFee("world-remit", amount, payOut);
  const money = (value: Decimal, currency: string) => ({ amount: wireNumber(value, minorUnits(currency)), currency });
  return {
    send: money(amount, sendCurrency),
    isFree: fee.isZero(),
    receive: money(amount.times(welcome ?? standing), receiveCurrency),
    rounding: null,
    exchangeRate: {
      value: wireNumber(welcome ?? standing, 4),
      crossedOutValue: welcome === null ? null : wireNumber(standing, 4),
    },
    informativeSummary: {
      fee: { type: "Uniform", value: money(fee, sendCurrency) },
      discount: null,
      totalToPay: { amount: wireNumber(amount.plus(fee), 2) },
      appliedPromotions: null,
    },
    payInMethodsCalculations: payIns.map(({ id, name, surchargePct }) => ({
      totalToPay: money(amount.plus(fee).plus(amount.times(surchargePct).div(100)), sendCurrency),
      payInMethod: { id, name, transferRedirectionType: null },
    })),
  };
}
