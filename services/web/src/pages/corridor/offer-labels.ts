import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import type { MessageKey } from "../../words/message-file.ts";

type Labelled = Pick<
  RankedOffer | UnrankedOffer,
  "sourceKind" | "freshness" | "promotion" | "priceKind" | "derivation" | "warnings" | "receiverCosts"
> & { readonly reason?: UnrankedOffer["reason"] };

/** What sets a price apart from one that its provider showed just now for exactly this question (METHOD 3). */
export function labelsOf(offer: Labelled): MessageKey[] {
  const { sourceKind, freshness, promotion, priceKind, derivation, warnings, receiverCosts, reason } = offer;
  const labels: (MessageKey | false)[] = [
    sourceKind === "feed" && "label.estimate",
    sourceKind === "tariff" && "label.tariff",
    sourceKind === "survey" && "label.survey",
    sourceKind === "visit" && "label.visit",
    // A visit is told with its day: it is one of many good days.
    freshness === "ageing" && sourceKind !== "visit" && "label.ageing",
    freshness === "stale" && "label.stale",
    derivation === "interpolated" && "label.interpolated",
    reason === "rate_only" && "label.rate_only",
    (promotion !== null || priceKind === "promotion") && "label.promotion",
    warnings.some(({ code }) => code === "charges_sha" || code === "charges_ben") && "widget.less",
    receiverCosts.some(({ direction }) => direction === "cost") && "widget.receiver_cost",
  ];
  return labels.filter((label) => label !== false);
}

/** Whether a figure says more than is known. That newcomers may get a better price takes nothing from it. */
export function isAbout(offer: Labelled): boolean {
  return labelsOf(offer).some((label) => label !== "label.promotion");
}

/** A figure that comes of these offers, where labels have no room: `label.about` says what the mark means. */
export function markFigure(figure: string, ...offers: readonly Labelled[]): string {
  return offers.some(isAbout) ? `~${figure}` : figure;
}
