import type { WidgetAmount, WidgetAnswer, WidgetOffer } from "@openremit/shared/contracts";
import type { WordKey } from "../src/widget/word-keys.ts";
import type { Words } from "./words.ts";

/** One ranked offer at the amount that is shown. */
export interface OfferRow {
  readonly offer: WidgetOffer;
  readonly received: string;
  /** In send currency; a gain has a minus. Null without a reference rate. */
  readonly cost: string | null;
  readonly costPct: string | null;
  readonly observedAt: string;
  readonly labels: readonly WordKey[];
}

/** The columns of an amount as rows, in their order: nobody sorts, and nobody leaves one out. */
export function offerRows({ offers }: WidgetAnswer, amount: WidgetAmount): OfferRow[] {
  return amount.offer.map((place, index) => {
    const offer = offers[place];
    const received = figure(amount.received[index]);
    const observedAt = amount.observedAt[index];
    if (offer === undefined || received === null || observedAt === undefined) throw new TypeError("not a price");
    const cost = figure(amount.cost[index]);
    const costPct = figure(amount.effectiveCostPct[index]);
    return { offer, received, cost, costPct, observedAt, labels: labelsOf(offer, amount, index) };
  });
}

function figure(text: string | null | undefined): string | null {
  if (text === null) return null;
  if (text === undefined || !/^-?\d+(\.\d+)?$/.test(text)) throw new TypeError("not a figure");
  return text;
}

/** What sets a price apart from one that its provider showed just now for exactly this amount (METHOD 3). */
function labelsOf(offer: WidgetOffer, amount: WidgetAmount, index: number): WordKey[] {
  const { sourceKind, priceKind, hasPromotion, warnings, receiverMayPay } = offer;
  const labels: (WordKey | false)[] = [
    sourceKind === "feed" && "label.estimate",
    sourceKind === "tariff" && "label.tariff",
    sourceKind === "survey" && "label.survey",
    sourceKind === "visit" && "label.visit",
    // A visit is told with its day: it is one of many good days.
    amount.freshness[index] === "ageing" && sourceKind !== "visit" && "label.ageing",
    amount.derivation[index] === "interpolated" && "label.interpolated",
    (hasPromotion || priceKind === "promotion") && "label.promotion",
    warnings.some((code) => code === "charges_sha" || code === "charges_ben") && "widget.less",
    receiverMayPay && "widget.receiver_cost",
  ];
  return labels.filter((label) => label !== false);
}

/** How the money is paid in and out, and how long it takes, in words. */
export function howText({ payIn, payOut }: WidgetOffer, { say }: Words): string {
  const values = {
    payIn: payIn === null ? "" : say(`payIn.${payIn}`),
    payOut: payOut === null ? "" : say(`payOut.${payOut}`),
  };
  if (payIn === null) return say(payOut === null ? "corridor.how_unknown" : "corridor.how_out", values);
  return say(payOut === null ? "corridor.how_in" : "corridor.how", values);
}

export function lossText(cost: string, currency: string, { say, money }: Words): string {
  return cost.startsWith("-")
    ? say("corridor.gain", { gain: money(cost.slice(1), currency) })
    : say("corridor.lose", { cost: money(cost, currency) });
}
