/** Circles among files, each reported once as the way around: `a.ts → b.ts → a.ts`. */
export function findImportCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles = new Map<string, string>();

  function follow(path: string, way: readonly string[]): void {
    const seenAt = way.indexOf(path);
    if (seenAt >= 0) {
      const circle = way.slice(seenAt);
      cycles.set([...circle].sort().join(" "), `${[...circle, path].join(" → ")}: circles are errors`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  }

  for (const path of graph.keys()) follow(path, []);
  return [...cycles.values()];
}
