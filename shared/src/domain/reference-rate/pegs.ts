import type { Peg } from "./rate-knowledge.ts";

/** The parity in force for a currency on a day, or null. Of several the one asserted last. */
export function pegOn(currency: string, day: string, pegs: readonly Peg[]): Peg | null {
  let found: Peg | null = null;
  for (const peg of pegs) {
    if (peg.currency !== currency || day < peg.since || (peg.until !== null && day > peg.until)) continue;
    if (found === null || peg.since > found.since) found = peg;
  }
  return found;
}
