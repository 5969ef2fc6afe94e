/** More readers in one minute than any instance serves: beyond it somebody invents addresses. */
const mostKeys = 20_000;

/**
 * Keeps the number of keys, and so the memory for them, bounded: of each window the first 20,000 stand for themselves,
 * a later one for the neighbourhood it comes from, so that whoever invents addresses crowds out those next door alone.
 */
export function createBoundedKeys({ most = mostKeys, windowMs = 60_000 } = {}) {
  const known = new Set<string>();
  let untilMs = Number.NEGATIVE_INFINITY;
  /** @param elapsedMs of a clock that is never put back */
  return (key: string, elapsedMs: number, neighbourhood: () => string): string => {
    if (elapsedMs >= untilMs) {
      known.clear();
      untilMs = elapsedMs + windowMs;
    }
    if (known.has(key)) return key;
    if (known.size >= most) return `crowd ${neighbourhood()}`;
    known.add(key);
    return key;
  };
}
