import { Decimal } from "../decimal.ts";
import { medianOf } from "../median.ts";
import { distancePct } from "./distance-pct.ts";
import { disagreementLimitPct } from "./pair-regime.ts";
import { corroborated, hasCompany, monthlyLayer } from "./rate-company.ts";
import type { RateKnowledge, RateQuestion } from "./rate-knowledge.ts";
import type { CandidateLoss } from "./reference-rate.ts";
import type { SourceRate } from "./source-rate.ts";

const monthlyBandPct = new Decimal("15");
/** Fewer than three that agree are no majority against an official figure. */
const agreeingSources = 3;

/** What the usable sources of layers 1 to 3 come to together. */
export interface Agreement {
  readonly winner: SourceRate | null;
  /** Why there is no winner; null where there is one, or where there was nobody to ask. */
  readonly failure: "disagreement" | "single_gap_filler" | null;
  readonly medianSelected: boolean;
  readonly disagreementPct: Decimal | null;
  readonly losses: ReadonlyMap<SourceRate, CandidateLoss>;
}

const nobody: Agreement = {
  winner: null,
  failure: null,
  medianSelected: false,
  disagreementPct: null,
  losses: new Map(),
};

/**
 * METHOD 4 over the usable rates, highest first: the highest wins while it lies within the pair's limit of the median of
 * them all. Beyond it, where three or more lie within the limit of the median, the one closest to the median wins (the
 * higher of two equally close): rates are selected, not averaged. Else nobody wins. Rates found by gap fillers only need
 * a second gap filler within 2 %.
 */
export function agreedRate(rates: readonly SourceRate[], question: RateQuestion, knowledge: RateKnowledge): Agreement {
  const limitPct = disagreementLimitPct(question, knowledge);
  const usable = rates.filter((rate) => rate.lost === null);
  const daily = usable.filter(({ policy }) => policy.layer < monthlyLayer);
  const monthly = usable.find(({ policy }) => policy.layer >= monthlyLayer);
  const outside = daily.filter((rate) => isOutsideBand(rate, daily, monthly, limitPct));
  const inside = daily.filter((rate) => !outside.includes(rate));
  const losses = lossesOf(outside, "outside_monthly_band");
  if (inside.length === 0) return outside.length > 0 ? { ...nobody, failure: "disagreement", losses } : nobody;

  const trusted = corroborated(inside);
  const alone = inside.filter((rate) => !trusted.includes(rate));
  const single = inside.length === 1;
  const judged = new Map([...losses, ...lossesOf(alone, single ? "single_gap_filler" : "gap_fillers_disagree")]);
  if (trusted.length === 0) {
    return { ...nobody, failure: single ? "single_gap_filler" : "disagreement", losses: judged };
  }
  return besideMedian(trusted, limitPct, judged);
}

function besideMedian(
  rates: readonly SourceRate[],
  limitPct: Decimal,
  losses: ReadonlyMap<SourceRate, CandidateLoss>,
): Agreement {
  const [highest] = rates;
  const median = medianOf(rates.map(({ route }) => route.value));
  if (highest === undefined || median === null) return nobody;
  const offPct = (rate: SourceRate): Decimal => distancePct(rate.route.value, median);
  const verdict = { failure: null, disagreementPct: rates.length < 2 ? null : offPct(highest), medianSelected: false };
  if (offPct(highest).lte(limitPct)) return { ...verdict, winner: highest, losses };

  const agreeing = rates.filter((rate) => offPct(rate).lte(limitPct));
  if (agreeing.length < agreeingSources) {
    const all = new Map([...losses, ...lossesOf(rates, "disagreement")]);
    return { ...verdict, winner: null, failure: "disagreement", losses: all };
  }
  const gap = (rate: SourceRate): Decimal => rate.route.value.minus(median).abs();
  const closest = agreeing.reduce((best, rate) => (gap(rate).lt(gap(best)) ? rate : best));
  const off = rates.filter((rate) => !agreeing.includes(rate));
  return {
    ...verdict,
    winner: closest,
    medianSelected: true,
    losses: new Map([...losses, ...lossesOf(off, "off_median")]),
  };
}

/** Outside the monthly figure's 15 %, with no second source to say that the world, not the source, has moved. */
function isOutsideBand(
  rate: SourceRate,
  daily: readonly SourceRate[],
  monthly: SourceRate | undefined,
  limitPct: Decimal,
): boolean {
  if (monthly === undefined || distancePct(rate.route.value, monthly.route.value).lte(monthlyBandPct)) return false;
  return !hasCompany(rate, daily, limitPct);
}

function lossesOf(rates: readonly SourceRate[], loss: CandidateLoss): Map<SourceRate, CandidateLoss> {
  return new Map(rates.map((rate) => [rate, loss]));
}
