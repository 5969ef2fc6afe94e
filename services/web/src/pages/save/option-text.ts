import type { RankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";
import { howText } from "../corridor/offer-how.ts";

/** Whose option, and how it is paid and received where anything is known of that. */
export function optionText(offer: RankedOffer, words: Words): string {
  const { provider, payIn, payOut } = offer;
  if (payIn === null && payOut === null) return provider.name;
  return words.t("save.option", { provider: provider.name, how: howText(offer, words) });
}
