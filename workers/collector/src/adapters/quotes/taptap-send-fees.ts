import { type FeeScheduleText, nonNegativeDecimalString } from "@openremit/shared/contracts";
import { Decimal, decimalText } from "@openremit/shared/domain";
import { z } from "zod";

const amount = nonNegativeDecimalString;

/** The fields that speak of the fee, as loose as they may come: only what somebody asks for has to be readable. */
export const publishedFees = {
  senderCurrencyFlatFee: amount.nullish(),
  feeSchedule: z.looseObject({ type: z.string() }).nullish(),
};
const feesObject = z.object(publishedFees);
type PublishedFees = z.infer<typeof feesObject>;

const readableSchedule = z.discriminatedUnion("type", [
  z.object({ type: z.literal("tiered"), tiers: z.array(z.object({ fee: amount, minValue: amount })).min(1) }),
  z
    .object({
      type: z.literal("standard"),
      flatFee: amount.nullish(),
      feePercent: amount.nullish(),
      maxFee: amount.nullish(),
    })
    .refine(({ flatFee, feePercent }) => Boolean(flatFee ?? feePercent), "neither flatFee nor feePercent"),
]);

/** The schedule in our words; null where it is of a kind nobody knows, or its tiers leave an amount with no fee or with two. */
export function feesOf({ feeSchedule, senderCurrencyFlatFee }: PublishedFees): FeeScheduleText | null {
  if (!feeSchedule) return { tiers: [tierOf("0", senderCurrencyFlatFee)] };
  const read = readableSchedule.safeParse(feeSchedule);
  if (!read.success) return null;
  if (read.data.type === "standard") {
    const { flatFee, feePercent, maxFee } = read.data;
    return { tiers: [{ ...tierOf("0", flatFee), pct: feePercent ?? "0", max: maxFee ?? null }] };
  }
  const tiers = read.data.tiers
    .map(({ fee, minValue }) => tierOf(minValue, fee))
    .sort((one, other) => new Decimal(one.from).cmp(other.from));
  const starts = tiers.map(({ from }) => decimalText(new Decimal(from)));
  return starts[0] === "0" && new Set(starts).size === starts.length ? { tiers } : null;
}

function tierOf(from: string, flat: string | null | undefined): FeeScheduleText["tiers"][number] {
  return { from, flat: flat ?? "0", pct: "0", min: null, max: null };
}
