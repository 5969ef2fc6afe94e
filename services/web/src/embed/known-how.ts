import type { RankedOffer } from "@openremit/shared/contracts";
import { howText } from "../pages/corridor/offer-how.ts";
import type { Words } from "../words/words.ts";

/** How an option is paid in and out. What its source does not say is on the whole page; here is no room to say so each time. */
export function knownHow(offer: RankedOffer, words: Words): string | null {
  return offer.payIn === null && offer.payOut === null ? null : howText(offer, words);
}
