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

const payOutCodes: Partial<Record<PayOutKind, string>> = {
  cash: "CashPayout",
  bank: "BankDeposit",
  wallet: "MobileWallet",
};
const surcharges: ReadonlyMap<string, string> = new Map([
  ["DebitCard", "1.00"],
  ["BankAccount", "0.00"],
]);

const asked = z.object({
  selections: z.object({
    countryFrom: countryCode,
    countryTo: countryCode,
    currencyFrom: currencyCode,
    currencyTo: currencyCode,
    amountFrom: positiveDecimalString,
    paymentMethod: z.string(),
    deliveryMethod: z.string(),
    locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  }),
});
type Selections = z.infer<typeof asked>["selections"];

/** A visitor's token first, then one price for one pay-in and one pay-out. */
export const ria: SimulatedSource = {
  key: "ria",
  field: '"jwtToken"',
  robots: openRobots,
  answer({ method, path, header, body }: SimulatedRequest, market: Market) {
    const token = `simulated.${market.noise("ria token")}`;
    if (method === "GET" && path === "/Authorization/session") {
      return jsonAnswer({ authToken: { tokenType: "Bearer", jwtToken: token } });
    }
    if (method !== "POST" || path !== "/MoneyTransferCalculator/Calculate") return null;
    if (header("authorization") !== `Bearer ${token}`) return jsonAnswer({ message: "Unauthorized" }, 401);
    const request = readRequest(asked, body);
    if (request === null) return jsonAnswer({ message: "An error has occurred." }, 500);
    return jsonAnswer(answerTo(market, request.selections));
  },
};

function answerTo(market: Market, selections: Selections) {
  const route: Route = {
    sendCountry: selections.countryFrom,
    sendCurrency: selections.currencyFrom,
    receiveCountry: selections.countryTo,
    receiveCurrency: selections.currencyTo,
  };
  const offered = serves("ria", market, route)
    ? (receiveCountryOf(route.receiveCountry, route.receiveCurrency)?.payOuts ?? [])
    : [];
  const payOut = offered.find((kind) => payOutCodes[kind] === selections.deliveryMethod);
  const surcharge = surcharges.get(selections.paymentMethod);
  if (payOut === undefined || surcharge === undefined) {
    return { model: null, errorResponse: { errors: [{ message: "This method is not available." }] } };
  }
  const { locale, amountFrom, ...echoed } = selections;
  const amount = new Decimal(amountFrom);
  const fee = standingFee("ria", amount, payOut).plus(surcharge);
  return {
    model: {
      transferDetails: {
        selections: { ...echoed, amountFrom: wireNumber(amount, 2), locale },
        calculations: calculationsOf(market, route, payOut, { amount, fee }),
        transferOptions: {
          currencies: [{ currencyCode: route.receiveCurrency, isDefaultCurrency: true }],
          paymentMethods: [...surcharges.keys()].map((value) => ({ value, text: value })),
          deliveryMethods: offered.flatMap((kind) => payOutCodes[kind] ?? []).map((value) => ({ value, text: value })),
        },
      },
    },
    errorResponse: null,
    statusMessage: null,
  };
}

/** To a third of the countries a first transfer gets a better rate. */
function calculationsOf(market: Market, route: Route, payOut: PayOutKind, sent: { amount: Decimal; fee: Decimal }) {
  const { amount, fee } = sent;
  const rate = roundHalfUp(standingRate("ria", market, route, payOut), 4);
  const isPromoted = market.noise(`ria promotion ${route.receiveCountry}`).lt("0.33");
  const promo = isPromoted ? roundHalfUp(rate.times("1.03"), 4) : rate;
  return {
    amountFrom: wireNumber(amount, 2),
    amountTo: wireNumber(amount.times(promo), minorUnits(route.receiveCurrency)),
    transferFee: wireNumber(fee, 2),
    totalFeesAndTaxes: wireNumber(fee, 2),
    totalAmount: wireNumber(amount.plus(fee), 2),
    exchangeRate: wireNumber(rate, 4),
    exchangeRatePromo: wireNumber(promo, 4),
    sendAmountLimit: { minimumSendFromAmount: 1, maximumSendFromAmount: 5000 },
  };
}
