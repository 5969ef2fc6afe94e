import type { RankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";

/** Whose option, and as much as is known of how it is paid and received. */
export function optionText({ provider: { name }, payIn, payOut }: RankedOffer, { t }: Words): string {
  const paid = payIn === null ? null : t(`payIn.${payIn}`);
  const received = payOut === null ? null : t(`payOut.${payOut}`);
  if (paid !== null && received !== null) return t("save.option", { provider: name, payIn: paid, payOut: received });
  const way = paid ?? received;
  return way === null ? name : t("save.option_one_way", { provider: name, way });
}
