/** A figure as a place on a drawing. For drawing only: what is read stands beside it, exact. */
export function drawnNumber(figure: string): number {
  return Number.parseFloat(figure);
}

/** A place on a drawing as an attribute: short, and fine enough for any screen. */
export function drawnText(place: number): string {
  return String(Math.round(place * 10) / 10);
}
