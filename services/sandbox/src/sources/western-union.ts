import { countryCode, currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal } from "@openremit/shared/domain";
import { z } from "zod";
import { receiveCountryOf } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { type Route, serves } from "../model/standing-price.ts";
import { readRequest } from "../read-request.ts";
import { jsonAnswer, type SimulatedRequest, type SimulatedSource, wireNumber } from "../simulated-source.ts";
import { payInsOf, serviceGroupOf } from "./western-union-services.ts";

const asked = z.object({
  sender: z.object({
    cty_iso2_ext: countryCode,
    curr_iso3: currencyCode,
    send_amount: positiveDecimalString,
  }),
  receiver: z.object({ cty_iso2_ext: countryCode, curr_iso3: currencyCode }),
});
type Asked = z.infer<typeof asked>;

/** The online price catalogue: every service × way of paying in, the fee on top, refusals as a negative status in a 200. */
export const westernUnion: SimulatedSource = {
  key: "western-union",
  field: '"fx_rate"',
  robots: "User-agent: *\nDisallow: /wuconnect/session\n",
  answer({ method, path, body }: SimulatedRequest, market: Market) {
    if (method !== "POST" || path !== "/wuconnect/prices/catalog") return null;
    const request = readRequest(asked, body);
    if (request === null) return jsonAnswer({ ...head, response_status: status(-1, "E0001", "INVALID REQUEST") });
    const route = routeOf(request);
    const payOuts = receiveCountryOf(route.receiveCountry, route.receiveCurrency)?.payOuts ?? [];
    if (!serves("western-union", market, route)) return jsonAnswer({ ...head, response_status: unpriced });
    const amount = new Decimal(request.sender.send_amount);
    return jsonAnswer({
      ...head,
      response_status: status(0, "P0000", "OK.SUCCESSFUL PROCESSING"),
      sender: {
        channel: "WWEB",
        client: "WUCOM",
        ...request.sender,
        funds_in: "*",
        send_amount: wireNumber(amount, 2),
      },
      receiver: request.receiver,
      available_funds_in: payInsOf(route.sendCountry)
        .map(({ code }) => code)
        .join(","),
      services_groups: payOuts.map((payOut) => serviceGroupOf(market, route, payOut, amount)),
      categories: [],
    });
  },
};

const head = {
  header_reply: {
    source_app: "defaultSource",
    correlation_id: "00000000-0000-4000-8000-000000000000",
    response_type: "PRICECATALOG",
  },
};
const unpriced = status(-1, "C1131", "MISSING PRICING SETUP FOR THIS CHANNEL AND CLIENT");

function status(number: number, code: string, message: string) {
  return { status: number, code, message, long_message: `${message}.SIMULATED` };
}

function routeOf({ sender, receiver }: Asked): Route {
  return {
    sendCountry: sender.cty_iso2_ext,
    sendCurrency: sender.curr_iso3,
    receiveCountry: receiver.cty_iso2_ext,
    receiveCurrency: receiver.curr_iso3,
  };
}
