import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import type { Market } from "../model/market.ts";
import { routeOfPair } from "../model/route-of-pair.ts";
import { serves, standingFee, standingRate } from "../model/standing-price.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

const spotRate =
  /^\/PublicSite\.ApiService\/OFX\/spotrate\/Individual\/([A-Z]{3})\/([A-Z]{3})\/(\d{1,9}(?:\.\d{1,2})?)$/;

/** A customer rate per currency pair and amount, the fee beside it. */
export const ofx: SimulatedSource = {
  key: "ofx",
  field: '"CustomerRate"',
  robots: openRobots,
  answer({ method, path }: SimulatedRequest, market: Market) {
    const [, from = "", to = "", asked = ""] = spotRate.exec(path) ?? [];
    if (method !== "GET" || asked === "") return null;
    const route = routeOfPair("EU", from, to);
    if (route === null || !serves("ofx", market, route)) {
      return jsonAnswer({ ErrorCode: 1, Message: "This pair of currencies is not available." });
    }
    const amount = new Decimal(asked);
    const rate = roundHalfUp(standingRate("ofx", market, route, "bank"), 4);
    const interbank = market.liveMid(from, to);
    return jsonAnswer({
      CustomerRate: wireNumber(rate, 4),
      CustomerAmount: wireNumber(amount.times(rate), minorUnits(to)),
      CustomerRateInverse: wireNumber(new Decimal(1).div(rate), 6),
      InterbankRate: wireNumber(interbank, 10),
      Fee: wireNumber(standingFee("ofx", amount, "bank"), 2),
      DeliveryTime: 2,
    });
  },
};
