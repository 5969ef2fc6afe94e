import type { Cell, Column, DatasetContract, ExportFilters } from "../../contracts/index.ts";
import { buildCountQuery, buildRowsQuery, type RowsSource } from "../../storage/index.ts";
import type { Dataset, DatasetGround } from "./dataset.ts";
import { instantOf } from "./instant-of.ts";
import { type Rights, rightsOf } from "./rights-of.ts";

interface RecordDataset {
  readonly contract: DatasetContract;
  readonly source: RowsSource;
  /** Rights of every row, where they do not follow from the row's source. */
  readonly rights?: Rights;
  /** Values of the source's filters; undefined ones do not narrow. */
  readonly filterValues: (filters: ExportFilters, ground: DatasetGround) => Promise<Readonly<Record<string, unknown>>>;
}

interface Reading {
  readonly index: number;
  readonly read: (text: string) => Cell;
}

/** A dataset whose rows come out of a table, one by one. */
export function createRecordDataset({ contract, source, rights, filterValues }: RecordDataset): Dataset {
  return {
    contract,
    async *rows(filters, columns, ground) {
      const readings = readingsOf(columns, (right) => (rights ? () => rights[right] : rightsOf(ground.catalog, right)));
      const names = columns.map(({ name }) => name);
      const query = buildRowsQuery(source, names, await filterValues(filters, ground), ground.view.byteOrder);
      for await (const rows of ground.view.stream(query)) {
        for (const row of rows) {
          for (const { index, read } of readings) {
            const text = row[index];
            if (text !== null && text !== undefined) row[index] = read(text);
          }
        }
        yield rows;
      }
    },
    async countRows(filters, limit, ground) {
      const { text, values } = buildCountQuery(source, await filterValues(filters, ground), limit);
      const { rows } = await ground.view.pool.query<{ rows: number }>({ text, values: [...values] });
      return rows[0]?.rows ?? 0;
    },
  };
}

/** Most cells are what PostgreSQL wrote; these are not. */
function readingsOf(columns: readonly Column[], readRight: (right: keyof Rights) => Reading["read"]): Reading[] {
  return columns.flatMap(({ name, kind }, index): Reading[] => {
    if (kind === "instant") return [{ index, read: instantOf }];
    if (kind === "boolean") return [{ index, read: (text) => (text === "t" ? "true" : "false") }];
    if (name === "licence" || name === "attribution") return [{ index, read: readRight(name) }];
    return [];
  });
}
