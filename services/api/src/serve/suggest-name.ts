/** Two slips of the finger; more would suggest anything for a short name. */
const mostEdits = 2;

/** The known name nearest to what was typed, case apart; null where none is near. */
export function suggestName(typed: string, known: readonly string[]): string | null {
  let best: { name: string; edits: number } | null = null;
  for (const name of known) {
    const edits = editDistance(squash(typed).slice(0, 40), squash(name));
    if (edits <= mostEdits && (best === null || edits < best.edits)) best = { name, edits };
  }
  return best?.name ?? null;
}

/** `pay_in`, `pay-in` and `PayIn` are meant alike. */
function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "");
}

/** Levenshtein, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
