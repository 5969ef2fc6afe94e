import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";

/** How the money is paid in and out, in words. */
export function howText(
  { payIn, payOut }: Pick<RankedOffer | UnrankedOffer, "payIn" | "payOut">,
  { t }: Words,
): string {
  return t("corridor.how", { payIn: t(`payIn.${payIn ?? "unknown"}`), payOut: t(`payOut.${payOut ?? "unknown"}`) });
}
