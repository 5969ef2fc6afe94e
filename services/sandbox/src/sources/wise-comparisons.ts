import { countryCode, currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal } from "@openremit/shared/domain";
import { z } from "zod";
import { feedEntries } from "../model/feed.ts";
import type { Market } from "../model/market.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";
import { competitorRows, type FeedQuestion, wiseRow } from "./wise-comparisons-rows.ts";

const asked = z.object({
  sourceCurrency: currencyCode,
  targetCurrency: currencyCode,
  sendAmount: positiveDecimalString,
  sourceCountry: countryCode.nullable(),
  targetCountry: countryCode.nullable(),
});

/** Estimates of many providers: rows per sender country, or one for all with null; the countries asked for narrow them. */
export const wiseComparisons: SimulatedSource = {
  key: "wise-comparisons",
  field: '"receivedAmount"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    if (method !== "GET" || !/^\/v4\/comparisons\/?$/.test(path)) return null;
    const request = asked.safeParse(
      Object.fromEntries(Object.keys(asked.shape).map((name) => [name, query.get(name)])),
    );
    if (!request.success) return jsonAnswer({ errors: [{ code: "INVALID", message: "invalid query" }] }, 400);
    const { sendAmount, ...places } = request.data;
    const amount = new Decimal(sendAmount);
    return jsonAnswer({
      amount: wireNumber(amount, 2),
      amountType: "SEND",
      providerCountry: null,
      providerTypes: ["bank", "moneyTransferProvider"],
      ...places,
      providers: providersOf(market, { ...places, amount }),
    });
  },
};

function providersOf(market: Market, question: FeedQuestion): readonly object[] {
  if (!market.knows(question.sourceCurrency) || !market.knows(question.targetCurrency)) return [];
  const competitors = feedEntries.map(({ alias, id, name, ...entry }) => ({
    quotes: competitorRows(market, question, { alias, id, name, ...entry }),
    ...labels(alias, id, name),
  }));
  const own = { quotes: wiseRow(market, question), ...labels("wise", 39, "Wise") };
  return [...competitors, own].filter(({ quotes }) => quotes.length > 0);
}

function labels(alias: string, id: number, name: string) {
  const none = { svgUrl: null, pngUrl: null };
  const logos = { normal: none, inverse: none, white: none, circle: none, altText: name };
  return { alias, id, logos, name, partner: false, type: "moneyTransferProvider" };
}
