import { barWidth } from "../format/bar-width.ts";
import { highLinePct, lowLinePct } from "./cost-band.ts";

export interface CostBarProps {
  readonly bestPct: string | null;
  readonly meanPct: string;
}

/** The average as a bar, the best as a mark on it, and the two lines. The figures stand beside it in words. */
export function CostBar({ bestPct, meanPct }: CostBarProps) {
  return (
    <svg class="cost-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-ground" y="2" width="100" height="6" />
      <rect class="bar-mean" y="2" width={barWidth(meanPct)} height="6" />
      {bestPct !== null && <rect class="bar-best" y="2" width={barWidth(bestPct)} height="6" />}
      <CostLine place={barWidth(lowLinePct)} kind="line-low" />
      <CostLine place={barWidth(highLinePct)} kind="line-high" />
    </svg>
  );
}

function CostLine({ place, kind }: { readonly place: number; readonly kind: string }) {
  return <line class={kind} x1={place} x2={place} y1="0" y2="10" />;
}
