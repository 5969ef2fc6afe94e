import { z } from "zod";
import {
  chargeOptions,
  derivations,
  payIns,
  payOuts,
  priceKinds,
  sourceKinds,
  speeds,
  unrankedReasons,
} from "../../domain/vocabulary.ts";
import { corridorRef, promotion } from "../observation.ts";
import { currencyCode, instant, key } from "../primitives.ts";
import {
  attributions,
  dataVersion,
  freshnessState,
  moneyText,
  named,
  pctText,
  rateText,
  referenceRate,
  simulated,
  warnings,
} from "./common.ts";
import { receiverCosts, receiverLines } from "./receiver-lines.ts";

const quoteId = z.string().regex(/^[0-9a-f]{32}$/);

const offerCommon = {
  provider: named,
  payIn: z.enum(payIns).nullable().describe("How the sender pays; null where the source does not say"),
  payOut: z.enum(payOuts).nullable().describe("How the recipient is paid; null where the source does not say"),
  charges: z
    .enum(chargeOptions)
    .nullable()
    .describe("Who bears the charges of a bank transfer: the sender all, each side its own, the recipient all"),
  priceKind: z.enum(priceKinds).describe("`promotion` where only a promotional price was visible"),
  promotion: promotion.nullable().describe("A promotional price seen beside it; never decides the order"),
  sourceKind: z
    .enum(sourceKinds)
    .describe("`feed` and `tariff` prices are estimates; `visit`: seen in a shop by people"),
  source: key,
  seenBy: z.string().nullable().describe("`visit` prices: whose people saw it in a shop; null for all others"),
  freshness: freshnessState,
  speed: z.enum(speeds).nullable().describe("World Bank speed band; null where the source does not say"),
  observedAt: instant.describe("When the price held, by its source; of two samples, the older"),
  quoteId: quoteId.describe("The observation behind it; of two samples, the nearer"),
  receiverCosts,
  receipt: z.string().describe("Path of the receipt").meta({ example: "/v1/offers/0f…/receipt" }),
  warnings,
};

const percentages = {
  feePct: pctText
    .nullable()
    .describe(
      "Fee in per cent of what is asked to be sent: `converted` where the fee is on top, `pay` where it is inside (METHOD 2)",
    ),
  fxMarginPct: pctText.nullable().describe("How far the rate is below the reference rate; null without a usable one"),
  effectiveCostPct: pctText.nullable().describe("Everything lost on the way in per cent of what is paid (METHOD 2)"),
  rpwTotalPct: pctText.nullable().describe("Total cost as the World Bank defines it, to compare with its survey"),
  cost: moneyText.nullable().describe("The same loss as money, send currency"),
};

export const rankedOffer = z
  .object({
    rank: z.number().int().positive(),
    ...offerCommon,
    pay: moneyText.describe("Total the sender pays, send currency"),
    fee: moneyText.describe("Every mandatory fee to the sender, send currency"),
    converted: moneyText.describe("Principal that is converted, send currency"),
    rate: rateText,
    received: moneyText.describe("What the recipient holds in hand, receive currency"),
    ...percentages,
    behindBest: moneyText.describe("Gap to the best offer: receive currency, or send currency for `receive=`"),
    derivation: z.enum(derivations).describe("How it came out of the observations (METHOD 3)"),
  })
  .meta({ id: "RankedOffer" });
export type RankedOffer = z.infer<typeof rankedOffer>;

export const unrankedOffer = rankedOffer
  .extend({
    rank: z.null(),
    pay: moneyText.nullable(),
    fee: moneyText.nullable(),
    converted: moneyText.nullable(),
    rate: rateText.nullable(),
    received: moneyText.nullable(),
    behindBest: z.null(),
    derivation: z.enum(derivations).nullable(),
    reason: z.enum(unrankedReasons).describe("Why it has no rank (METHOD 3)"),
  })
  .meta({ id: "UnrankedOffer", description: "The same fields, null where unknown" });
export type UnrankedOffer = z.infer<typeof unrankedOffer>;

export const offersAnswer = z
  .object({
    corridor: corridorRef,
    question: z
      .object({
        pay: moneyText.optional(),
        receive: moneyText.optional(),
        payIn: z.array(z.enum(payIns)).optional(),
        payOut: z.array(z.enum(payOuts)).optional(),
        maxDays: z.number().int().optional(),
        sendCurrency: currencyCode.optional(),
        receiveCurrency: currencyCode.optional(),
        at: instant.optional(),
      })
      .describe("What was asked, as understood"),
    simulated,
    dataVersion,
    reference: referenceRate.nullable().describe("null together with a warning that says why"),
    offers: z.array(rankedOffer).describe("Best first"),
    unranked: z.array(unrankedOffer).describe("Known and not comparable, each with the reason"),
    receiverLines,
    attributions,
    warnings,
  })
  .meta({ id: "OffersAnswer" });
export type OffersAnswer = z.infer<typeof offersAnswer>;
