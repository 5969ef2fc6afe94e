import type { SourceFile } from "./source-file.ts";

/** Where migrations live. */
const migrations = /^shared\/src\/storage\/postgres\/migrations\/(\d{4}-[a-z0-9-]+)\.ts$/;

/** What takes something away from the version that still serves. `set storage` changes nothing that can be read. */
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bdrop\s+(table|column|view|function|trigger|constraint)\b/i, "drops something"],
  [/\brename\s+(to|column|constraint)\b/i, "renames something"],
  [/\balter\s+column\s+\w+\s+(set\s+(not\s+null|data\s+type)|drop\s+default|type\b)/i, "narrows or retypes a column"],
  [/\b(truncate|delete\s+from)\b/i, "removes rows"],
  [
    /\badd\s+column\s+(?:if\s+not\s+exists\s+)?\w+[^,;]*\bnot\s+null\b(?![^,;]*\bdefault\b)/i,
    "adds a column that old code does not fill",
  ],
];

/**
 * The rule of upgrades: the version before goes on serving while tables are migrated, so a migration only adds. What
 * nothing reads any more is taken away a release later, in a migration whose name ends in `-contract`.
 */
export function findContractions(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const name = migrations.exec(path)?.[1];
    if (name === undefined || name.endsWith("-contract")) return [];
    const sql = text.replaceAll(/create\s+trigger[^;]*;/gi, "");
    return contractions
      .filter(([pattern]) => pattern.test(sql))
      .map(
        ([, what]) => `${path}: ${what} while the version before still serves (shared/docs/operating.md, "Upgrade")`,
      );
  });
}
