/** The widest cost a bar shows, in per cent; the figures beside it say the rest. */
const fullWidthPct = 10;

/** How much of a bar a cost fills, 0 to 100. For drawing only; a gain draws nothing. */
export function barWidth(pct: string): number {
  return Math.min(100, Math.max(0, (Number.parseFloat(pct) / fullWidthPct) * 100));
}
