import { costsOf } from "./costs.ts";
import { minorUnits } from "./currency.ts";
import { Decimal, decimalText, displayPct, floorTo, parseDecimal, ratio } from "./decimal.ts";
import { moneyText } from "./money.ts";
import type { FeePlacement } from "./vocabulary.ts";

/** What a shop or an app showed, in plain digits. One of `rate` and `received` is known; where both are, `received` decides. */
export interface SeenOffer {
  /** Asked to be sent, send currency. */
  readonly amount: string;
  readonly fee: string;
  readonly feePlacement: FeePlacement;
  readonly rate: string | null;
  readonly received: string | null;
}

/** What is known of a corridor at one sampled amount. */
export interface SampledFigures {
  readonly amount: string;
  readonly bestProvider: string;
  readonly bestReceived: string;
  /** Effective costs, per hundred, in full digits; null without a usable reference rate. */
  readonly bestCostPct: string | null;
  readonly meanCostPct: string | null;
}

/** What an offer is checked against. */
export interface CheckGround {
  readonly sendCurrency: string;
  readonly receiveCurrency: string;
  /** M; null where none may be used. */
  readonly reference: string | null;
  readonly samples: readonly SampledFigures[];
}

/** The offer beside the best of today, at the sampled amount that is nearest to what is paid. */
export interface CheckedAgainst {
  readonly amount: string;
  readonly isNearest: boolean;
  readonly provider: string;
  /** What the best would put in hand for the same money; scaled where the amount is only near. */
  readonly received: string;
  /** How far the offer is from that, without sign. */
  readonly gap: string;
  readonly gapCost: string | null;
  readonly cost: string | null;
  readonly costPct: string | null;
  readonly meanCost: string | null;
  readonly meanCostPct: string | null;
  readonly verdict: "behind" | "equal" | "ahead";
  /** So far from the best that somebody mistyped, or read another figure. */
  readonly isDoubtful: boolean;
}

export interface CheckedOffer {
  readonly pay: string;
  readonly received: string;
  readonly fee: string;
  /** What the exchange rate takes: cost less fee. */
  readonly ratePart: string | null;
  readonly cost: string | null;
  readonly costPct: string | null;
  readonly isGain: boolean;
  readonly against: CheckedAgainst | null;
}

const hundred = new Decimal(100);
/** Real offers of a corridor stand within a few per cent of each other; a slipped comma moves one by a factor of ten. */
const doubtful = { below: new Decimal("0.6"), above: new Decimal("1.3") };

/**
 * What an offer costs (METHOD 1 and 2), and how it stands beside today's best. The same on a reader's device and here.
 *
 * @returns null where the fee leaves nothing to convert.
 * @throws InputError for figures that are no plain digits.
 */
export function checkOffer(seen: SeenOffer, ground: CheckGround): CheckedOffer | null {
  const [amount, fee] = [parseDecimal(seen.amount), parseDecimal(seen.fee)];
  const isOnTop = seen.feePlacement === "on_top";
  const pay = isOnTop ? amount.plus(fee) : amount;
  const converted = isOnTop ? amount : amount.minus(fee);
  if (converted.lte(0)) return null;
  const received = receivedOf(seen, converted, ground.receiveCurrency);
  if (received === null) return null;
  const reference = ground.reference === null ? null : parseDecimal(ground.reference);
  const rate = ratio(received, converted);
  const { cost, effectiveCostPct } = costsOf({ pay, fee, converted, rate, received }, seen.feePlacement, reference);
  const sent = (value: Decimal) => moneyText(value, ground.sendCurrency);
  return {
    pay: sent(pay),
    received: moneyText(received, ground.receiveCurrency),
    fee: sent(fee),
    // Of the rounded ones, so that the parts add up to what is shown.
    ratePart: cost === null ? null : sent(parseDecimal(sent(cost)).minus(parseDecimal(sent(fee)))),
    cost: cost === null ? null : sent(cost),
    costPct: effectiveCostPct === null ? null : displayPct(effectiveCostPct),
    isGain: cost?.isNegative() === true && !parseDecimal(sent(cost)).isZero(),
    against: againstBest(pay, received, reference, ground),
  };
}

function receivedOf({ rate, received }: SeenOffer, converted: Decimal, currency: string): Decimal | null {
  if (received !== null) return parseDecimal(received);
  return rate === null ? null : floorTo(converted.times(parseDecimal(rate)), minorUnits(currency));
}

function againstBest(
  pay: Decimal,
  received: Decimal,
  reference: Decimal | null,
  { samples, sendCurrency, receiveCurrency }: CheckGround,
): CheckedAgainst | null {
  const sample = nearestSample(pay, samples);
  if (sample === null) return null;
  const amount = parseDecimal(sample.amount);
  const best = floorTo(ratio(parseDecimal(sample.bestReceived).times(pay), amount), minorUnits(receiveCurrency));
  const gap = received.minus(best);
  const costAt = (pct: string | null) =>
    pct === null ? null : moneyText(pay.times(parseDecimal(pct)).div(hundred), sendCurrency);
  const share = best.isZero() ? new Decimal(1) : ratio(received, best);
  return {
    amount: decimalText(amount),
    isNearest: !amount.eq(pay),
    provider: sample.bestProvider,
    received: moneyText(best, receiveCurrency),
    gap: moneyText(gap.abs(), receiveCurrency),
    gapCost: reference === null ? null : moneyText(ratio(gap.abs(), reference), sendCurrency),
    cost: costAt(sample.bestCostPct),
    costPct: sample.bestCostPct === null ? null : displayPct(parseDecimal(sample.bestCostPct)),
    meanCost: costAt(sample.meanCostPct),
    meanCostPct: sample.meanCostPct === null ? null : displayPct(parseDecimal(sample.meanCostPct)),
    verdict: gap.isZero() ? "equal" : gap.isNegative() ? "behind" : "ahead",
    isDoubtful: share.lt(doubtful.below) || share.gt(doubtful.above),
  };
}

/** Of two equally near, the smaller: samples ascend. */
function nearestSample(pay: Decimal, samples: readonly SampledFigures[]): SampledFigures | null {
  const distance = ({ amount }: SampledFigures) => parseDecimal(amount).minus(pay).abs();
  return samples.reduce<SampledFigures | null>(
    (near, sample) => (near === null || distance(sample).lt(distance(near)) ? sample : near),
    null,
  );
}
