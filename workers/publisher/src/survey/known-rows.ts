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

/** Services a row can have: one for each amount. */
const servicesPerRow = 2;

/**
 * Ids are unique only together with their period. Rows without an id are always new. Numbers and texts in lists, no
 * object a row: this is what grows with a file, and nearly all that does.
 */
export function createKnownRows(): KnownRows {
  const periods = new Map<string, Map<string, number>>();
  const lines: number[] = [];
  const hashes: string[] = [];
  const said = new Set<string>();

  function assertSame(place: number, rows: readonly SurveyRow[], id: string, period: string): void {
    const before = hashes.slice(place * servicesPerRow, (place + 1) * servicesPerRow);
    if (before.every((hash, at) => hash === (rows[at]?.valueHash ?? ""))) return;
    throw new SourceShapeError(`id: ${id} of ${period} says something else in line ${lines[place]}`);
  }

  return {
    take(rows, line) {
      const { sourceRowId: id = null, period = "" } = rows[0]?.service ?? {};
      if (id === null) return rows;
      const ids = periods.get(period) ?? new Map<string, number>();
      periods.set(period, ids);
      const place = ids.get(id);
      if (place !== undefined) {
        assertSame(place, rows, id, period);
        return [];
      }
      ids.set(id, lines.length);
      lines.push(line);
      for (let at = 0; at < servicesPerRow; at += 1) hashes.push(rows[at]?.valueHash ?? "");
      return rows.map(flagRepeated);
    },
  };

  function flagRepeated(row: SurveyRow): SurveyRow {
    if (said.has(row.valueHash)) {
      return { ...row, service: { ...row.service, flags: [...row.service.flags, "repeated_service"] } };
    }
    said.add(row.valueHash);
    return row;
  }
}
