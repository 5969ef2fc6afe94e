import type { Catalog } from "../../catalog/index.ts";
import type { Cell, Column, DatasetContract, ExportFilters } from "../../contracts/index.ts";
import type { RecordView } from "../../storage/index.ts";

/** What rows are made of: one state of the record, and what config says. */
export interface DatasetGround {
  readonly view: RecordView;
  readonly catalog: Catalog;
  readonly simulated: boolean;
  readonly now: Date;
}

/** A dataset: what it is, and where its rows come from. */
export interface Dataset {
  readonly contract: DatasetContract;
  /** Rows in the dataset's own order, each cell in its column's place. */
  rows(
    filters: ExportFilters,
    columns: readonly Column[],
    ground: DatasetGround,
  ): AsyncIterable<readonly (readonly Cell[])[]>;
  /** How many rows there are at most; counted up to `limit`, beyond which the number does not matter. */
  countRows(filters: ExportFilters, limit: number, ground: DatasetGround): Promise<number>;
}
