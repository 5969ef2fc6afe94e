/** What a survey publishes of one price; plain decimal digits, null where it does not say. */
export interface PublishedCost {
  readonly amount: string | null;
  readonly fee: string | null;
  readonly feePct: string | null;
  readonly marginPct: string | null;
  readonly totalPct: string | null;
}

/** METHOD 7: hundredths of a point by which a published total may differ from its parts, as rounding does. */
const toleranceHundredths = 5n;

/**
 * Whether a published total differs by more than 0.05 points from fee/amount · 100 + margin (METHOD 7), to the last
 * digit; false where a part is not published. In whole numbers of the last decimal place: a survey has hundreds of
 * thousands of rows, and Decimal would take most of the time of reading it.
 */
export function totalDiffers({ amount, fee, feePct, marginPct, totalPct }: PublishedCost): boolean {
  if (marginPct === null || totalPct === null) return false;
  if (feePct !== null) return exceeds(["0", feePct, marginPct, totalPct], "1");
  if (fee === null || amount === null) return false;
  return exceeds([fee, "0", marginPct, totalPct], amount);
}

/** |fee · 100 + (feePct + margin − total) · amount| > 0.05 · amount: both sides times the amount, so nothing is divided. */
function exceeds([fee, feePct, margin, total]: readonly [string, string, string, string], amount: string): boolean {
  const places = Math.max(2, ...[fee, feePct, margin, total, amount].map(placesOf));
  const one = 10n ** BigInt(places);
  const whole = scaled(amount, places);
  if (whole <= 0n) return false;
  const points = scaled(feePct, places) + scaled(margin, places) - scaled(total, places);
  const apart = scaled(fee, places) * 100n * one + points * whole;
  return (apart < 0n ? -apart : apart) > ((toleranceHundredths * one) / 100n) * whole;
}

function placesOf(figure: string): number {
  const point = figure.indexOf(".");
  return point === -1 ? 0 : figure.length - point - 1;
}

function scaled(figure: string, places: number): bigint {
  const point = figure.indexOf(".");
  const digits = point === -1 ? figure : figure.slice(0, point) + figure.slice(point + 1);
  return BigInt(digits + "0".repeat(places - placesOf(figure)));
}
