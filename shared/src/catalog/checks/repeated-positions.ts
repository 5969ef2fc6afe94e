/** Positions of values that already stood earlier in the list. */
export function repeatedPositions(values: readonly string[]): number[] {
  return values.flatMap((value, position) => (values.indexOf(value) < position ? [position] : []));
}
