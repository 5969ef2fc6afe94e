import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import type { MessageKey } from "../../words/message-file.ts";

type Labelled = Pick<
  RankedOffer | UnrankedOffer,
  "sourceKind" | "freshness" | "promotion" | "priceKind" | "derivation"
> & { readonly reason?: UnrankedOffer["reason"] };

/** What sets a price apart from one that its provider showed just now for exactly this question (METHOD 3). */
export function labelsOf({ sourceKind, freshness, promotion, priceKind, derivation, reason }: Labelled): MessageKey[] {
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
  ];
  return labels.filter((label) => label !== false);
}
