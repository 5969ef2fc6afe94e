import { currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal } from "@openremit/shared/domain";
import { z } from "zod";
import type { Market } from "../model/market.ts";
import { wiseFees, wiseRate } from "../model/wise-price.ts";
import { readRequest } from "../read-request.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  secondsText,
  wireNumber,
} from "../simulated-source.ts";
import { type WiseQuestion, wiseOptions } from "./wise-options.ts";

/** Currencies it does not pay out, and countries it does not send to. */
const unserved: ReadonlySet<string> = new Set(["CDF", "CD"]);

const asked = z.object({
  sourceCurrency: currencyCode,
  targetCurrency: currencyCode,
  sourceAmount: positiveDecimalString,
  targetCountry: z.string().nullish(),
});

/** Guests' quotes: the mid rate for everybody, the fee inside the amount, one option per way of paying in. */
export const wise: SimulatedSource = {
  key: "wise",
  field: '"paymentOptions"',
  robots: openRobots,
  answer({ method, path, body }: SimulatedRequest, market: Market) {
    if (method !== "POST" || !/^\/v3\/quotes\/?$/.test(path)) return null;
    const request = readRequest(asked, body);
    if (request === null) return refusal("error.quote.invalid", "A quote needs currencies and a source amount");
    const { sourceCurrency, targetCurrency, targetCountry } = request;
    const isServed = market.knows(sourceCurrency) && market.knows(targetCurrency) && !unserved.has(targetCurrency);
    if (!isServed || unserved.has(targetCountry ?? "")) return refusal("error.route.not.supported", "No such route");
    const amount = new Decimal(request.sourceAmount);
    if (wiseFees(market, amount, [sourceCurrency, targetCurrency], "6").total.gte(amount)) {
      return refusal("error.source.amount.too.small", "The amount is too small");
    }
    const rate = wiseRate(market, sourceCurrency, targetCurrency);
    return jsonAnswer(quoteOf(market, { sourceCurrency, targetCurrency, amount, rate }));
  },
};

function refusal(code: string, message: string) {
  return jsonAnswer({ errors: [{ code, message, arguments: [] }] }, 422);
}

function quoteOf(market: Market, question: WiseQuestion): object {
  const { sourceCurrency, targetCurrency, amount, rate } = question;
  const created = market.at.getTime();
  return {
    sourceAmount: wireNumber(amount, 2),
    guaranteedTargetAmountAllowed: false,
    targetAmountAllowed: true,
    paymentOptions: wiseOptions(market, question),
    notices: [],
    transferFlowConfig: { highAmount: { showFeePercentage: false, trackAsHighAmountSender: false } },
    rateTimestamp: secondsText(new Date(created - 46_000)),
    clientId: "unknown",
    rateExpirationTime: secondsText(new Date(created + 24 * 3_600_000)),
    guaranteedTargetAmount: false,
    providedAmountType: "SOURCE",
    createdTime: secondsText(market.at),
    rateType: "FIXED",
    payOut: "BANK_TRANSFER",
    funding: "POST",
    sourceCurrency,
    targetCurrency,
    status: "PENDING",
    expirationTime: secondsText(new Date(created + 1_800_000)),
    rate: wireNumber(rate, 10),
    type: "REGULAR",
  };
}
