import { z } from "zod";
import {
  chargeOptions,
  derivations,
  payIns,
  payOuts,
  priceKinds,
  sourceKinds,
  speeds,
} from "../../domain/vocabulary.ts";
import { corridorRef } from "../observation.ts";
import { corridorId, currencyCode, instant } from "../primitives.ts";
import {
  attributions,
  dataVersion,
  freshnessState,
  moneyText,
  named,
  pctText,
  referenceRate,
  simulated,
  warnings,
} from "./common.ts";

/** What is the same for an offer at every amount; prices refer to it by its place in the list. */
export const widgetOffer = z
  .object({
    provider: named,
    payIn: z.enum(payIns).nullable().describe("How the sender pays; null where the source does not say"),
    payOut: z.enum(payOuts).nullable().describe("How the recipient is paid; null where the source does not say"),
    charges: z.enum(chargeOptions).nullable().describe("Who bears the charges of a bank transfer"),
    priceKind: z.enum(priceKinds).describe("`promotion` where only a promotional price was visible"),
    hasPromotion: z.boolean().describe("A promotional price was seen beside it; it never decides the order"),
    sourceKind: z.enum(sourceKinds).describe("`feed` and `tariff` prices are estimates"),
    speed: z.enum(speeds).nullable().describe("World Bank speed band; null where the source does not say"),
    receiverMayPay: z.boolean().describe("A cost on the receiver's side is known; the full page tells which"),
    warnings: z.array(z.string()).describe("Codes of the offer's warnings"),
  })
  .meta({ id: "WidgetOffer" });
export type WidgetOffer = z.infer<typeof widgetOffer>;

const column = <Item extends z.ZodType>(item: Item, words: string) => z.array(item).describe(words);

/**
 * The ranked offers at one amount, with the figures of `/offers?pay=`. One list a figure, all in the order of the
 * ranking, best first: the same figure side by side is half the bytes of rows.
 */
export const widgetAmount = z
  .object({
    pay: moneyText.describe("Total the sender pays, send currency"),
    unranked: z.number().int().describe("Offers that are known and could not be ranked; the full page lists them"),
    offer: column(z.number().int().nonnegative(), "Places in `offers`, best first"),
    received: column(moneyText, "What the recipient holds in hand, receive currency"),
    fee: column(moneyText, "Every mandatory fee to the sender, send currency"),
    cost: column(moneyText.nullable(), "Everything lost on the way, send currency; null without a reference rate"),
    effectiveCostPct: column(pctText.nullable(), "The same in per cent of what is paid (METHOD 2)"),
    observedAt: column(instant, "When the price held, by its source; of two samples, the older"),
    derivation: column(z.enum(derivations), "How it came out of the observations (METHOD 3)"),
    freshness: column(freshnessState, "METHOD 3: by the source's own interval"),
  })
  .meta({ id: "WidgetAmount" });
export type WidgetAmount = z.infer<typeof widgetAmount>;

/** One corridor of money at several amounts, so that choosing another amount asks nothing. */
export const widgetAnswer = z
  .object({
    corridor: corridorRef,
    receiveCurrencies: z.array(currencyCode).describe("Currencies paid out in this corridor, the default first"),
    simulated,
    dataVersion,
    checkedAt: instant.nullable().describe("The newest observation among the prices; null where there is none"),
    page: z
      .string()
      .describe("Path of the corridor's page, after the language: `/fr` + `page`")
      .meta({ example: "/be-ma" }),
    defaultPay: moneyText.describe("The amount to begin with, where none is asked for"),
    reference: referenceRate.nullable(),
    offers: z.array(widgetOffer),
    amounts: z.array(widgetAmount).describe("Ascending: the sampled amounts and round ones between them"),
    attributions,
    warnings: warnings.describe("Those that hold at every amount"),
  })
  .meta({ id: "WidgetAnswer" });
export type WidgetAnswer = z.infer<typeof widgetAnswer>;

export const widgetParams = z.object({ id: corridorId.meta({ example: "be-ma" }) });

export const widgetQuery = z
  .object({
    receiveCurrency: currencyCode.optional().describe("Default: the first pay-out currency of the corridor"),
  })
  .strict();
