import { SourceShapeError } from "@openremit/shared/domain";
import type { SurveyRow } from "./survey-row.ts";

/** What was seen of a file so far, to find rows that come again. */
export interface KnownRows {
  /**
   * The rows that are new, with a flag where another id said the very same; none where their id said so before.
   *
   * @throws SourceShapeError where their id said something else before.
   */
  take(rows: readonly SurveyRow[], line: number): readonly SurveyRow[];
}

/** Ids are unique only together with their period. Rows without an id are always new. */
export function createKnownRows(): KnownRows {
  const byId = new Map<string, { readonly line: number; readonly hashes: readonly string[] }>();
  const said = new Set<string>();
  return {
    take(rows, line) {
      const { sourceRowId = null, period } = rows[0]?.service ?? {};
      if (sourceRowId === null) return rows;
      const id = `${period} ${sourceRowId}`;
      const hashes = rows.map(({ valueHash }) => valueHash);
      const before = byId.get(id);
      if (before !== undefined) {
        if (before.hashes.join() === hashes.join()) return [];
        throw new SourceShapeError(`id: ${sourceRowId} of ${period} says something else in line ${before.line}`);
      }
      byId.set(id, { line, hashes });
      return rows.map((row) => {
        if (!said.has(row.valueHash)) {
          said.add(row.valueHash);
          return row;
        }
        return { ...row, service: { ...row.service, flags: [...row.service.flags, "repeated_service" as const] } };
      });
    },
  };
}
