/** Keys that no source text names: as a whole (`"nav.data"`), or by the beginning of a template (`` `payIn.${…}` ``). */
export function findUnusedMessages(keys: readonly string[], sources: readonly string[]): string[] {
  const text = sources.join("\n");
  const named = new Set([...text.matchAll(/["'`]([a-z][\w]*(?:\.\w+)+)["'`]/g)].map((match) => match[1]));
  const beginnings = [...text.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map((match) => match[1] ?? "");
  return keys.filter((key) => !named.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
}
