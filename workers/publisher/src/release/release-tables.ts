import {
  type Column,
  columnsOf,
  type DatasetContract,
  type DatasetName,
  datasetContracts,
  datasetNames,
  sdgContract,
  sdgSeriesName,
} from "@openremit/shared/contracts";

/** A table of a release: a dataset, or a view of one. */
export interface ReleaseTable {
  /** Its files begin with it. */
  readonly name: DatasetName | typeof sdgSeriesName;
  readonly dataset: DatasetName | null;
  readonly title: string;
  readonly description: string;
  readonly rowKey: readonly string[];
  readonly columns: readonly Column[];
  readonly formats: readonly TableFormat[];
  /** Whether its rows say of themselves whether they are simulated. */
  readonly saysSimulated: boolean;
}

export type TableFormat = "csv" | "parquet";

export const mediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
};

/** Every table, in the order in which they are made. */
export const releaseTables: readonly ReleaseTable[] = [
  ...datasetNames.map((name) => tableOf(name, name, datasetContracts[name], ["csv", "parquet"])),
  tableOf(sdgSeriesName, null, sdgContract, ["csv"]),
];

function tableOf(
  name: ReleaseTable["name"],
  dataset: DatasetName | null,
  { title, description, rowKey, row }: DatasetContract,
  formats: readonly TableFormat[],
): ReleaseTable {
  const columns = columnsOf(row);
  const saysSimulated = columns.some((column) => column.name === "simulated");
  return { name, dataset, title, description, rowKey, columns, formats, saysSimulated };
}

export function fileNameOf({ name }: Pick<ReleaseTable, "name">, format: TableFormat): string {
  return `${name}.${format}`;
}
