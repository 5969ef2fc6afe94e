import { barWidth } from "../format/bar-width.ts";

export interface CostBarProps {
  readonly feePct: string | null;
  readonly fxMarginPct: string | null;
}

/** Two parts of a cost side by side: fee, then what the rate takes. */
export function CostBar({ feePct, fxMarginPct }: CostBarProps) {
  if (feePct === null || fxMarginPct === null) return null;
  const fee = barWidth(feePct);
  const margin = Math.min(barWidth(fxMarginPct), 100 - fee);
  return (
    <svg
      class="bar"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={`fee ${feePct} %, rate ${fxMarginPct} %`}
    >
      <rect class="bar-ground" width="100" height="6" />
      <rect class="bar-fee" width={fee} height="6" />
      <rect class="bar-rate" x={fee} width={margin} height="6" />
    </svg>
  );
}
