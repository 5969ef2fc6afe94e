import type { CorridorConfig } from "@openremit/shared/contracts";
import { decimalText, parseDecimal, roundAmounts } from "@openremit/shared/domain";

/** Amounts of a corridor that are offered to choose from, in send currency and plain digits, nearest to a given one first. */
export function listedAmounts({ amounts }: Pick<CorridorConfig, "amounts">, near: string): string[] {
  const centre = parseDecimal(near);
  const distance = (text: string) => parseDecimal(text).minus(centre).abs();
  return roundAmounts(amounts.map((text) => parseDecimal(text)))
    .map((amount) => decimalText(amount))
    .sort((one, other) => distance(one).comparedTo(distance(other)));
}
