import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";

/** When a price was checked; where people stood in the shop, whose people they were too. */
export function seenText({ observedAt, seenBy }: RankedOffer | UnrankedOffer, { t, moment }: Words): string {
  const when = moment(observedAt);
  return seenBy === null ? t("corridor.checked", { when }) : t("corridor.seen_in_shop", { when, who: seenBy });
}
