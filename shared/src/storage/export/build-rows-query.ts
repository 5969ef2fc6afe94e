import type { RowsQuery } from "../postgres/stream-rows.ts";

/** How the rows of a dataset come out of the tables. */
export interface RowsSource {
  /** SQL of each column, by its name. */
  readonly columns: Readonly<Record<string, string>>;
  readonly from: string;
  /** Joined where a column wanted speaks of its alias. */
  readonly details?: { readonly alias: string; readonly join: string };
  /** What rows are ordered by, and share with nobody once the newest of each is taken. */
  readonly order: readonly string[];
  /** Those of them that are texts. */
  readonly texts: readonly string[];
  /** Which of several rows with one order stands; absent: there is one. */
  readonly newest?: string;
  /** What always holds of a row. */
  readonly where?: string;
  /** SQL of each filter; `{}` is its value. */
  readonly filters: Readonly<Record<string, string>>;
}

/**
 * A select with only the columns wanted and the filters that have a value.
 *
 * @param byteOrder whether texts have to be told to order by their bytes.
 */
export function buildRowsQuery(
  source: RowsSource,
  columns: readonly string[],
  filters: Readonly<Record<string, unknown>>,
  byteOrder = false,
): RowsQuery {
  const expressions = columns.map((column) => expressionOf(source, column));
  const { details } = source;
  const isDetailed = details !== undefined && expressions.some((sql) => sql.includes(`${details.alias}.`));
  const { where, values } = buildWhere(source, filters);
  const keys = source.order.map((key) => (byteOrder && source.texts.includes(key) ? `${key} collate "C"` : key));
  const distinct = source.newest === undefined ? "" : `distinct on (${keys.join(", ")})`;
  const order = [...keys, ...(source.newest === undefined ? [] : [source.newest])];
  const text = `select ${distinct} ${expressions.join(", ")}
    from ${source.from} ${isDetailed ? details.join : ""} ${where} order by ${order.join(", ")}`;
  return { text, values };
}

/** How many rows there are, up to a limit, beyond which nobody counts. */
export function buildCountQuery(
  source: RowsSource,
  filters: Readonly<Record<string, unknown>>,
  limit: number,
): RowsQuery {
  const { where, values } = buildWhere(source, filters);
  const distinct = source.newest === undefined ? "" : `distinct on (${source.order.join(", ")})`;
  const rows = `select ${distinct} 1 from ${source.from} ${where} order by ${source.order.join(", ")} limit ${limit}`;
  return { text: `select count(*)::integer as rows from (${rows}) counted`, values };
}

function buildWhere(source: RowsSource, filters: Readonly<Record<string, unknown>>) {
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined);
  const conditions = asked.map(([name, _value], index) => {
    const sql = source.filters[name];
    if (sql === undefined) throw new Error(`these rows know no filter ${name}`);
    return sql.replace("{}", `$${index + 1}`);
  });
  const all = source.where === undefined ? conditions : [source.where, ...conditions];
  const where = all.length === 0 ? "" : `where ${all.join(" and ")}`;
  return { where, values: asked.map(([, value]) => value) };
}

function expressionOf({ columns }: RowsSource, column: string): string {
  const sql = columns[column];
  if (sql === undefined) throw new Error(`these rows have no column ${column}`);
  return sql;
}
