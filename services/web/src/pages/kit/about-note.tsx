import type { RankedOffer } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";
import { isAbout } from "../corridor/offer-labels.ts";

/** What the mark on figures means, on each side of paper that bears one. */
export function AboutNote({ offers }: { readonly offers: readonly RankedOffer[] }) {
  const { t } = useWords();
  return offers.some(isAbout) ? <p class="about">{t("label.about_why")}</p> : null;
}
