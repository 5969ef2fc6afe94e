/** Keys of one generation; two are remembered. */
const generationSize = 2_000;
/** No real question is longer; what is longer is never remembered. */
const longestKey = 512;

/** True where this key was asked a short while ago too; remembers it either way. */
export function createAskedBefore(): (key: string) => boolean {
  let young = new Set<string>();
  let old = new Set<string>();
  return (key) => {
    if (key.length > longestKey) return false;
    if (young.has(key)) return true;
    const isKnown = old.has(key);
    young.add(key);
    if (young.size >= generationSize) {
      old = young;
      young = new Set();
    }
    return isKnown;
  };
}
