/** The known name nearest to what was typed, case apart; null where it would take half the name or more to get there. */
export function suggestName(typed: string, known: readonly string[]): string | null {
  let best: { name: string; edits: number } | null = null;
  for (const name of known) {
    const edits = editDistance(squash(typed).slice(0, 40), squash(name));
    if (2 * edits < name.length && (best === null || edits < best.edits)) best = { name, edits };
  }
  return best?.name ?? null;
}

/** `pay_in`, `pay-in` and `PayIn` are meant alike. */
function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "");
}

/** Letters left out, added, changed, or swapped with their neighbour (`form` for `from`): Damerau's, row by row. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (beforeLast[j - 2] ?? 0) + 1 : substitution;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution, swap));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
