import { currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, fixedText } from "@openremit/shared/domain";
import countries from "i18n-iso-countries";
import { z } from "zod";
import { listReceiveCountries } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { serves, standingFee, standingRate } from "../model/standing-price.ts";
import { readRequest } from "../read-request.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSource,
} from "../simulated-source.ts";

const ratePath = /^\/web\/ratefee\/statistics\/show\/([A-Z]{3})\/([A-Z]{3})$/;
const asked = z.object({
  sourceAmount: positiveDecimalString,
  sourceCountry: z.string().length(3),
  sourceCurrency: currencyCode,
  targetCountry: z.string().length(3),
  targetCurrency: currencyCode,
});
/** From this amount on the fee is waived for newcomers. */
const waivedFrom = 500;

/** A rate per currency pair, and a fee per countries and amount. How it refuses is invented. */
export const pandaRemit: SimulatedSource = {
  key: "panda-remit",
  field: '"sellRate"',
  robots: openRobots,
  answer({ method, path, body }: SimulatedRequest, market: Market) {
    const [, from, to] = ratePath.exec(path) ?? [];
    if (method === "GET" && from !== undefined && to !== undefined) return rateOf(market, from, to);
    if (method !== "POST" || path !== "/web/ratefee/fee") return null;
    const request = readRequest(asked, body);
    if (request === null) return refusal;
    const sendCountry = countries.alpha3ToAlpha2(request.sourceCountry) ?? "";
    const receiveCountry = countries.alpha3ToAlpha2(request.targetCountry) ?? "";
    const { sourceCurrency: sendCurrency, targetCurrency: receiveCurrency } = request;
    if (!serves("panda-remit", market, { sendCountry, sendCurrency, receiveCountry, receiveCurrency })) return refusal;
    const amount = new Decimal(request.sourceAmount);
    const defaultFee = fixedText(standingFee("panda-remit", amount, "bank"), 2);
    return jsonAnswer({ suc: true, model: { fee: amount.gte(waivedFrom) ? "0" : defaultFee, defaultFee } });
  },
};

const refusal = jsonAnswer({ suc: false, model: null });

function rateOf(market: Market, sendCurrency: string, receiveCurrency: string): SimulatedAnswer {
  const receiver = listReceiveCountries().find(([, { currencies }]) => currencies.includes(receiveCurrency))?.[0] ?? "";
  const route = { sendCountry: "EU", sendCurrency, receiveCountry: receiver, receiveCurrency };
  if (!serves("panda-remit", market, route)) return refusal;
  const sellRate = fixedText(standingRate("panda-remit", market, route, "bank"), 4);
  const bankRate = fixedText(market.liveMid(sendCurrency, receiveCurrency), 4);
  return jsonAnswer({ suc: true, model: { currentRate: { sellRate, bankRate } } });
}
