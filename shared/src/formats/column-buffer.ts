import type { Cell, Column } from "../contracts/index.ts";
import { DomainError } from "../domain/index.ts";
import { createValueReader, type Value } from "./parquet-columns.ts";
import { createTextHeap } from "./text-heap.ts";

/** The cells of one column while a row group fills. */
export interface ColumnBuffer {
  /** @throws DomainError for a cell that must not be empty and is. */
  push(cell: Cell): void;
  /** The value of every cell so far; good until the next `push` or `clear`. */
  values(): (Value | null)[];
  /** Forgets them. */
  clear(): void;
}

/** A column with many more different cells than this is one of ids, and remembering them helps nobody. */
const mostKnown = 64;
/** Row groups for which a column of ids is taken for one, before it is looked at again: a column may settle later. */
const restingGroups = 15;
const empty = 0;

/**
 * Holds thousands of rows outside of the garbage collector's sight: a number for each cell, its text only where it is
 * new. What lived on the heap so long would be moved to its old part and fill that with garbage.
 */
export function createColumnBuffer({ name, kind, isNullable }: Column): ColumnBuffer {
  let codes = new Uint32Array(1_024);
  let count = 0;
  let known = new Map<string, number>();
  let resting = 0;
  const others = createTextHeap();
  const read = createValueReader(kind);

  function codeOf(cell: Cell): number {
    if (cell === null) {
      if (!isNullable) throw new DomainError(`${name} is empty, and never may be`);
      return empty;
    }
    const code = known.get(cell);
    if (code !== undefined) return code;
    if (resting === 0 && known.size < mostKnown) {
      known.set(cell, known.size + 1);
      return known.size;
    }
    return mostKnown + 1 + others.push(cell);
  }

  return {
    push(cell) {
      if (count === codes.length) {
        const larger = new Uint32Array(2 * count);
        larger.set(codes);
        codes = larger;
      }
      codes[count] = codeOf(cell);
      count += 1;
    },
    values() {
      const table = [...known.keys()].map(read);
      return Array.from(codes.subarray(0, count), (code) => {
        if (code === empty) return null;
        if (code <= mostKnown) return table[code - 1] ?? null;
        const index = code - mostKnown - 1;
        return kind === "text" ? others.bytesOf(index) : read(others.get(index), mostKnown + index);
      });
    },
    clear() {
      if (resting > 0) resting -= 1;
      else if (2 * others.count() > count) {
        known = new Map();
        resting = restingGroups;
      }
      count = 0;
      others.clear();
    },
  };
}
