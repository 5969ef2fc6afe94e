import { Decimal, floorTo } from "./decimal.ts";
import { smallestAmount } from "./money.ts";
import type { PriceSample } from "./offer-prices.ts";
import { receivedUnrounded } from "./price-terms.ts";
import type { FeePlacement } from "./vocabulary.ts";

type StatedPrice = Omit<PriceSample, "band">;

const nothingWrong: readonly string[] = [];
const statedDiffers: readonly string[] = ["stated_received_differs"];
/** METHOD 1: more than one minor unit or 0.05 % between stated and computed X is worth a flag. */
const toleratedShare = new Decimal("0.0005");

/** S at a sample: A + F on top, the amount itself inside. */
export function totalOf({ amount, fee }: StatedPrice, feePlacement: FeePlacement): Decimal {
  return feePlacement === "on_top" ? amount.plus(fee) : amount;
}

/**
 * The warning that a source's own X earns: `stated_received_differs` where it lies more than one minor unit or 0.05 % off
 * the X that its fee and rate give (METHOD 1); none where it does not, or where the source states no X.
 * @param receiveMinorUnits decimal places of the receive currency
 */
export function statedReceivedFlags(
  price: StatedPrice,
  feePlacement: FeePlacement,
  receiveMinorUnits: number,
): readonly string[] {
  if (price.received === null) return nothingWrong;
  const computed = floorTo(receivedUnrounded(price, totalOf(price, feePlacement)), receiveMinorUnits);
  const difference = price.received.minus(computed).abs();
  const agrees = difference.lte(smallestAmount(receiveMinorUnits)) && difference.lte(computed.times(toleratedShare));
  return agrees ? nothingWrong : statedDiffers;
}
