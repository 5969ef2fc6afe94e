import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";

type Methods = Pick<RankedOffer | UnrankedOffer, "payIn" | "payOut">;

/** How the money is paid in and out, in words; what the source does not say is the provider's to say. */
export function howText({ payIn, payOut }: Methods, { t }: Words): string {
  if (payIn !== null && payOut !== null) {
    return t("corridor.how", { payIn: t(`payIn.${payIn}`), payOut: t(`payOut.${payOut}`) });
  }
  if (payIn !== null) return t("corridor.how_in", { payIn: t(`payIn.${payIn}`) });
  return payOut === null ? t("corridor.how_unknown") : t("corridor.how_out", { payOut: t(`payOut.${payOut}`) });
}
