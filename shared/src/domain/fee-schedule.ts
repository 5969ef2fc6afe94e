import { Decimal, parseDecimal, roundHalfUp } from "./decimal.ts";
import { InputError } from "./errors.ts";

/** One step of a fee schedule; figures in the currency of the amount, `pct` per hundred. */
export interface FeeTier {
  /** Least principal the tier holds for; it ends where the next one begins. */
  readonly from: Decimal;
  readonly flat: Decimal;
  readonly pct: Decimal;
  /** Least fee and cap; null where there is none. */
  readonly min: Decimal | null;
  readonly max: Decimal | null;
}

/** A fee as published for every amount: at least one tier, ascending, the first from 0. */
export interface FeeSchedule {
  readonly tiers: readonly FeeTier[];
}

interface FeeScheduleText {
  readonly tiers: readonly {
    readonly from: string;
    readonly flat: string;
    readonly pct: string;
    readonly min: string | null;
    readonly max: string | null;
  }[];
}

const hundred = new Decimal(100);
const hundredth = new Decimal("0.01");

/**
 * Reads a schedule as it crosses the process boundary.
 * @throws InputError when it has no tier, does not start at 0, does not ascend, holds a negative figure, a cap below its
 * minimum, or a fee of the whole principal (100 % and more)
 */
export function parseFeeSchedule(text: FeeScheduleText): FeeSchedule {
  const tiers = text.tiers.map((tier) => ({
    from: parseDecimal(tier.from),
    flat: parseDecimal(tier.flat),
    pct: parseDecimal(tier.pct),
    min: tier.min === null ? null : parseDecimal(tier.min),
    max: tier.max === null ? null : parseDecimal(tier.max),
  }));
  const refuse = (message: string) => new InputError(`fee schedule: ${message}`, { details: { schedule: text } });
  if (tiers[0] === undefined || !tiers[0].from.isZero()) throw refuse("the first tier must start at 0");
  for (const [index, tier] of tiers.entries()) {
    const previous = tiers[index - 1];
    if (previous !== undefined && tier.from.lte(previous.from)) throw refuse("tiers must ascend");
    const figures = [tier.flat, tier.pct, tier.min, tier.max];
    if (figures.some((figure) => figure?.isNegative())) throw refuse("figures must not be negative");
    if (tier.min !== null && tier.max?.lt(tier.min)) throw refuse("a cap below its minimum");
    if (tier.pct.gte(hundred)) throw refuse("a percentage of 100 or more");
  }
  return { tiers };
}

/** `fee` held between the tier's minimum and its cap. */
export function clampToTier(tier: FeeTier, fee: Decimal): Decimal {
  if (tier.min !== null && fee.lt(tier.min)) return tier.min;
  if (tier.max !== null && fee.gt(tier.max)) return tier.max;
  return fee;
}

/** The tier's fee for an amount, rounded half-up to `places`, whether or not the amount lies in the tier. */
export function feeInTier(tier: FeeTier, amount: Decimal, places: number): Decimal {
  return roundHalfUp(exactFeeInTier(tier, amount), places);
}

function exactFeeInTier(tier: FeeTier, amount: Decimal): Decimal {
  const raw = tier.pct.isZero() ? tier.flat : amount.times(tier.pct).times(hundredth).plus(tier.flat);
  return clampToTier(tier, raw);
}

/**
 * The fee for a principal (METHOD 1): flat + pct of it, held between minimum and cap, rounded half-up to the minor unit.
 * Where the fee is taken out of what is paid (placement `inside`), the amount is the total S.
 * @param places decimal places of the send currency
 */
export function feeFor(schedule: FeeSchedule, principal: Decimal, places: number): Decimal {
  return roundHalfUp(exactFeeFor(schedule, principal), places);
}

/** The same with every digit it has, for those who round another way. */
export function exactFeeFor(schedule: FeeSchedule, amount: Decimal): Decimal {
  const tier = schedule.tiers.findLast((candidate) => candidate.from.lte(amount)) ?? schedule.tiers[0];
  if (tier === undefined) throw new InputError("fee schedule: no tier");
  return exactFeeInTier(tier, amount);
}
