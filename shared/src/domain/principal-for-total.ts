import { Decimal, floorTo } from "./decimal.ts";
import { clampToTier, type FeeSchedule, type FeeTier, feeInTier } from "./fee-schedule.ts";
import { smallestAmount } from "./money.ts";
import type { PriceBand } from "./offer-prices.ts";

const hundred = new Decimal(100);

/** Real solution of A + F(A) = S with the fee rule of one tier: A = (S − flat) / (1 + pct), minimum and cap apart. */
function solveInTier(tier: FeeTier, total: Decimal): Decimal {
  const afterFlat = total.minus(tier.flat);
  const principal = tier.pct.isZero() ? afterFlat : afterFlat.times(hundred).div(tier.pct.plus(hundred));
  return total.minus(clampToTier(tier, total.minus(principal)));
}

/**
 * The principal A that a total S pays for when the fee comes on top: A + F(A) = S, solved per tier, the solution checked
 * to lie in the tier it was solved in (METHOD 1).
 *
 * A is the greatest whole number of minor units that S pays for. Because F is itself rounded, some totals are met by no
 * principal exactly; then A + F(A) falls short of S by one minor unit, which the caller counts as fee (S − A).
 * Where the fixed point lies in two tiers (the fee falls at a tier's start) the greater principal is taken; where it lies
 * in none (the fee jumps up), or the fee eats the whole total, the answer is null.
 * @param total S in send currency, a whole number of minor units
 * @param places decimal places of the send currency
 * @param band least and greatest principal that the provider accepts; null for no limit
 */
export function principalForTotal(
  schedule: FeeSchedule,
  total: Decimal,
  places: number,
  band: PriceBand | null,
): Decimal | null {
  const unit = smallestAmount(places);
  for (let index = schedule.tiers.length - 1; index >= 0; index -= 1) {
    const tier = schedule.tiers[index];
    if (tier === undefined || tier.from.gt(total)) continue;
    const end = schedule.tiers[index + 1]?.from ?? null;
    const floored = floorTo(solveInTier(tier, total), places);
    // The fee's own rounding can leave room for one more unit.
    for (const principal of [floored.plus(unit), floored]) {
      if (!principal.isPositive() || principal.isZero()) continue;
      if (principal.lt(tier.from) || (end !== null && principal.gte(end))) continue;
      if (band !== null && (principal.lt(band.min) || principal.gt(band.max))) continue;
      if (principal.plus(feeInTier(tier, principal, places)).lte(total)) return principal;
    }
  }
  return null;
}
