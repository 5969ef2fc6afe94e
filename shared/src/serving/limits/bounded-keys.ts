/** More readers in one minute than any instance serves: beyond it somebody invents addresses. */
const mostKeys = 20_000;

/**
 * Keeps the number of keys, and so the memory for them, bounded: of each window the first 20,000 stand for themselves,
 * all later ones share 4,096 places between them.
 */
export function createBoundedKeys({ most = mostKeys, windowMs = 60_000 } = {}): (key: string, nowMs: number) => string {
  const known = new Set<string>();
  let until = 0;
  return (key, nowMs) => {
    if (nowMs >= until) {
      known.clear();
      until = nowMs + windowMs;
    }
    if (known.has(key)) return key;
    if (known.size >= most) return `crowd ${key.slice(0, 2)}`;
    known.add(key);
    return key;
  };
}
