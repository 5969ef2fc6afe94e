import type { Catalog } from "../../catalog/index.ts";
import {
  columnsAsked,
  type DatasetName,
  type ExportFilters,
  sdgSeriesName,
  type Table,
} from "../../contracts/index.ts";
import { endOfDay } from "../../domain/index.ts";
import { type Database, openRecordView } from "../../storage/index.ts";
import { asked } from "../past.ts";
import { assertKnown } from "./assert-known.ts";
import type { Dataset } from "./dataset.ts";
import { datasets } from "./index.ts";
import { sdgSeries } from "./sdg-series.ts";

/** A dataset on its way out. Its rows are of one moment, however long they take. */
export interface OpenedExport {
  readonly table: Table;
  /** How many rows it has at most, counted up to `limit`; to be asked before the first row is taken. */
  countRows(limit: number): Promise<number>;
  /** After the last row: gives the connection back. */
  finish(): Promise<void>;
  /** At any time: stops what runs and frees everything. */
  abandon(): Promise<void>;
}

export interface ExportKnowledge {
  readonly catalog: Catalog;
  readonly database: Database;
  readonly simulated: boolean;
  readonly now: () => Date;
}

/** The same, of a day that is over. */
export type PastKnowledge = Omit<ExportKnowledge, "now">;

/** A batch of rows takes milliseconds; a filter that hardly anything passes may take a walk through all of them. */
const statementTimeoutMs = 60_000;
/** Longer than whoever serves a reader waits for it: the last to lose patience. */
const streamTimeoutMs = 2 * 3_600_000;

/**
 * Opens a dataset for reading.
 *
 * @throws InputError or NotCoveredError naming a filter that names nobody, NoFreshDataError where the record is out of reach.
 */
export async function openExport(
  name: DatasetName,
  filters: ExportFilters,
  knowledge: ExportKnowledge,
): Promise<OpenedExport> {
  assertKnown(filters, knowledge.catalog);
  return openDataset(name, datasets[name], filters, knowledge, undefined);
}

/** Opens a dataset whole, as it was known at the end of a day (UTC): nothing recorded later is in it. */
export async function openPastExport(
  name: DatasetName | typeof sdgSeriesName,
  asOf: string,
  knowledge: PastKnowledge,
): Promise<OpenedExport> {
  const now = endOfDay(asOf);
  const dataset = name === sdgSeriesName ? sdgSeries : datasets[name];
  return openDataset(name, dataset, {}, { ...knowledge, now: () => now }, new Date(now.getTime() + 1));
}

async function openDataset(
  name: string,
  dataset: Dataset,
  filters: ExportFilters,
  { catalog, database, simulated, now }: ExportKnowledge,
  before: Date | undefined,
): Promise<OpenedExport> {
  const { title, description, row } = dataset.contract;
  const columns = columnsAsked(row, filters.columns);
  const view = await asked(openRecordView(database, { statementTimeoutMs, streamTimeoutMs, before }));
  const ground = { view, catalog, simulated, now: now() };
  return {
    table: { name, title, description, columns, batches: dataset.rows(filters, columns, ground) },
    countRows: (limit) => asked(dataset.countRows(filters, limit, ground)),
    finish: () => view.finish(),
    abandon: () => view.abandon(),
  };
}
