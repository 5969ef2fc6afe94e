/** One measured figure; `holds` null where there is no target. */
export interface Measured {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  readonly holds: boolean | null;
}

/** A benchmark file exports one of these as `bench`. */
export type Bench = () => Promise<readonly Measured[]>;

export function printReport(name: string, figures: readonly Measured[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  process.stdout.write(`\n${name}\n`);
  for (const { what, value, target, holds } of figures) {
    const verdict = holds === null ? "" : holds ? "  holds" : "  MISSED";
    process.stdout.write(`  ${what.padEnd(width)}  ${value}${target === "" ? "" : `  (${target})`}${verdict}\n`);
  }
}

/** For people to read. */
export function rounded(value: number, places: number): string {
  return String(Math.round(value * 10 ** places) / 10 ** places);
}
