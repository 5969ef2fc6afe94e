import type { ReferenceRateView, Warning } from "../../contracts/index.ts";
import { type Decimal, decimalText, type ReferenceRate } from "../../domain/index.ts";

export interface ReferenceForAnswer {
  readonly view: ReferenceRateView | null;
  /** Null where percentages must not be shown; the order by what arrives never needs it (METHOD 2). */
  readonly usable: Decimal | null;
  readonly warnings: readonly Warning[];
}

/** METHOD 4: which rate is shown, whether percentages may be, and why not. */
export function buildReferenceView(rate: ReferenceRate, isRepresentative: boolean): ReferenceForAnswer {
  const pair = `${rate.base} to ${rate.quote}`;
  const view = viewOf(rate);
  if (view === null || rate.value === null) {
    return {
      view: null,
      usable: null,
      warnings: [{ code: "no_reference_rate", detail: noRateText(pair, rate.reason) }],
    };
  }
  if (view.status === "hidden") {
    const code = rate.reason === "disagreement" ? "reference_disagreement" : "reference_hidden";
    return { view, usable: null, warnings: [{ code, detail: hiddenText(pair, rate) }] };
  }
  if (!isRepresentative) {
    const detail = `Offers for ${pair} are steadily better than the official rate: it does not represent the market, and percentages are not shown.`;
    return { view, usable: null, warnings: [{ code: "reference_not_representative", detail }] };
  }
  return { view, usable: rate.value, warnings: rate.flags.map((flag) => flagText(pair, flag)) };
}

function viewOf(rate: ReferenceRate): ReferenceRateView | null {
  const { base, quote, value, source, layer, observedOn, status } = rate;
  if (value === null || source === null || layer === null || observedOn === null || status === "none") return null;
  return { base, quote, value: rateValueText(rate, value), source, layer, observedOn, status };
}

/** Published digits as they are; a cross or an inverse, which has no end of digits, to 12 significant ones. */
export function rateValueText(rate: Pick<ReferenceRate, "legs">, value: Decimal): string {
  const isPublished = rate.legs.every((leg) => leg.how === "published" || leg.how === "identity");
  return isPublished && rate.legs.length <= 1 ? decimalText(value) : shortText(value);
}

/** 12 significant digits: beyond what any publisher gives, METHOD 2 asks for 8 at least. */
export function shortText(value: Decimal): string {
  return decimalText(value.precision() > 12 ? value.toSignificantDigits(12) : value);
}

const reasons: Readonly<Record<string, string>> = {
  no_source: "no source publishes it",
  too_old: "the last publication is too old",
  disagreement: "the sources disagree",
  single_gap_filler: "only one gap-filling source knows it, and it takes two",
};

function noRateText(pair: string, reason: string | null): string {
  return `No usable reference rate for ${pair}: ${wordsOf(reason ?? "no_source")}. Percentages are not shown.`;
}

function hiddenText(pair: string, rate: ReferenceRate): string {
  return `The reference rate for ${pair} of ${rate.observedOn} is not used: ${wordsOf(rate.reason ?? "too_old")}. Percentages are not shown.`;
}

function wordsOf(reason: string): string {
  return reasons[reason] ?? reason.replaceAll("_", " ");
}

function flagText(pair: string, flag: string): Warning {
  return {
    code: `reference_${flag}`,
    detail: `The reference rate for ${pair} is used with a reserve: ${wordsOf(flag)}.`,
  };
}
