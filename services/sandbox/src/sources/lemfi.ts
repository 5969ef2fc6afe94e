import { currencyCode } from "@openremit/shared/contracts";
import { Decimal, decimalText, roundHalfUp } from "@openremit/shared/domain";
import { z } from "zod";
import { listReceiveCountries } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { serves, standingFee, standingRate } from "../model/standing-price.ts";
import { readRequest } from "../read-request.ts";
import { jsonAnswer, type SimulatedRequest, type SimulatedSource, wireNumber } from "../simulated-source.ts";

const asked = z.object({ from: currencyCode, to: currencyCode, sender_country: z.string().min(1) });
const receiveCurrencies = "BRL GHS INR KES MAD NGN PHP PKR RWF UGX XAF XOF".split(" ");

/** A rate and a fixed fee per currency pair. The rate is multiplied by the digits of the answer's ID; 412: not offered. */
export const lemfi: SimulatedSource = {
  key: "lemfi",
  field: '"rate"',
  robots: "",
  answer({ method, path, body }: SimulatedRequest, market: Market) {
    if (method !== "POST" || path !== "/api/lemonade/v2/exchange") return null;
    const request = readRequest(asked, body);
    if (request === null || !receiveCurrencies.includes(request.to)) return unsupported;
    const receiver = listReceiveCountries().find(([, { currencies }]) => currencies.includes(request.to))?.[0] ?? "";
    const route = {
      sendCountry: "EU",
      sendCurrency: request.from,
      receiveCountry: receiver,
      receiveCurrency: request.to,
    };
    if (!serves("lemfi", market, route)) return unsupported;
    const rate = roundHalfUp(standingRate("lemfi", market, route, "wallet"), 3);
    const scale = market
      .noise(`lemfi ${request.from} ${request.to} ${market.at.toISOString()}`)
      .plus(1)
      .times("1e18")
      .floor();
    const fee = wireNumber(standingFee("lemfi", new Decimal(0), receiver === "IN" ? "bank" : "wallet"), 2);
    return jsonAnswer({
      data: {
        ID: `${decimalText(scale).replace(/^\d{4}/, "$&ab-")}-cd`,
        exchange_from: request.from,
        exchange_to: request.to,
        fee_type: "Fixed",
        rate: rate.times(scale).toExponential(),
        transaction_fee: fee,
        minimum_fee: 0,
        max_amount_fee: 0,
        min_transaction_amount: 5,
      },
    });
  },
};

const unsupported = jsonAnswer({ message: "This currency pair is not supported" }, 412);
