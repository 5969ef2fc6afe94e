import { currencyCode } from "@openremit/shared/contracts";
import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import { z } from "zod";
import type { Market } from "../model/market.ts";
import { currencySymbol } from "../model/names.ts";
import { routeOfPair } from "../model/route-of-pair.ts";
import { serves, standingRate } from "../model/standing-price.ts";
import { readRequest } from "../read-request.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

const asked = z.object({
  currencyFrom: currencyCode,
  currencyTo: currencyCode,
  amountInfo: z.object({ amount: z.string().regex(/^[1-9]\d{0,11}$/), scale: z.string().regex(/^\d$/) }),
});
/** Target minor units. */
const transferFee = 80;
const bankRateShare = "0.975";

/** One price per currency pair whatever the countries. Amounts are whole units of 10^-scale, the fee is in the target. */
export const currencyfair: SimulatedSource = {
  key: "currencyfair",
  field: '"rateInfo"',
  robots: openRobots,
  answer({ method, path, body }: SimulatedRequest, market: Market) {
    if (method !== "POST" || path !== "/comparisonQuotes") return null;
    const request = readRequest(asked, body);
    const route = request === null ? null : routeOfPair("EU", request.currencyFrom, request.currencyTo);
    if (request === null || route === null || !serves("currencyfair", market, route)) {
      return jsonAnswer({ message: "This pair cannot be compared." }, 400);
    }
    const { amount: units, scale } = request.amountInfo;
    const amount = new Decimal(units).times(new Decimal(10).pow(`-${scale}`));
    const standing = standingRate("currencyfair", market, route, "bank");
    return jsonAnswer({
      currencyFrom: route.sendCurrency,
      currencyTo: route.receiveCurrency,
      type: "SELL",
      amountInfo: { amount: wireNumber(new Decimal(units), 0), scale: wireNumber(new Decimal(scale), 0) },
      currencyFair: legOf(amount, standing, route.receiveCurrency),
      bank: legOf(amount, standing.times(bankRateShare), route.receiveCurrency),
      totalSavings: { currencyCode: route.sendCurrency, currencySymbol: currencySymbol(route.sendCurrency) },
      smartRates: { isFTTSmartRate: false },
      paymentMethods: null,
      statusMessage: null,
    });
  },
};

function legOf(amount: Decimal, standing: Decimal, currency: string) {
  const rate = roundHalfUp(standing, standing.lt(10) ? 4 : 2);
  const places = minorUnits(currency);
  const converted = amount.times(rate).times(new Decimal(10).pow(places));
  return {
    transferFee,
    rateInfo: { rate: wireNumber(rate, 4), scale: 2 },
    inverseRateInfo: { rate: wireNumber(new Decimal(1).div(rate), 6), scale: 6 },
    amountInfo: { amount: wireNumber(converted.minus(transferFee), 0), scale: places },
  };
}
