import type { z } from "zod";
import type { Cell, Column, DatasetContract, ExportFilters } from "../../contracts/index.ts";
import type { Dataset, DatasetGround } from "./dataset.ts";

interface ListedDataset<Row extends z.ZodObject> {
  readonly contract: DatasetContract & { readonly row: Row };
  /** Rows as the contract has them, in batches. */
  readonly list: (filters: ExportFilters, ground: DatasetGround) => AsyncIterable<readonly z.input<Row>[]>;
  /** Where the list is long; else its rows are counted. */
  readonly mostRows?: (filters: ExportFilters, ground: DatasetGround) => Promise<number>;
}

/** A dataset whose rows are made one by one here, out of config or of what the record says. */
export function createListedDataset<Row extends z.ZodObject>({
  contract,
  list,
  mostRows,
}: ListedDataset<Row>): Dataset {
  return {
    contract,
    async *rows(filters, columns, ground) {
      for await (const rows of list(filters, ground)) yield rows.map((row) => cellsOf(row, columns));
    },
    async countRows(filters, limit, ground) {
      if (mostRows !== undefined) return mostRows(filters, ground);
      let count = 0;
      for await (const rows of list(filters, ground)) {
        count += rows.length;
        if (count >= limit) break;
      }
      return count;
    },
  };
}

function cellsOf(row: Readonly<Record<string, unknown>>, columns: readonly Column[]): Cell[] {
  return columns.map(({ name }) => {
    const value = row[name];
    return value === null || value === undefined ? null : String(value);
  });
}
