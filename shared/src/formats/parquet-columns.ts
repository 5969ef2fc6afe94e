import type { SchemaElement } from "hyparquet-writer";
import type { Column, ColumnKind } from "../contracts/index.ts";
import { createDecimalReader, decimalPrecision, decimalScale, decimalWidth } from "./parquet-decimal.ts";

type Type = Omit<SchemaElement, "name" | "repetition_type">;

/** Types every reader of Parquet knows. */
const types: Readonly<Record<ColumnKind, Type>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  decimal: {
    type: "FIXED_LEN_BYTE_ARRAY",
    type_length: decimalWidth,
    logical_type: { type: "DECIMAL", precision: decimalPrecision, scale: decimalScale },
    precision: decimalPrecision,
    scale: decimalScale,
  },
  integer: { type: "INT32" },
  boolean: { type: "BOOLEAN" },
  instant: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" } },
  day: { type: "INT32", converted_type: "DATE" },
};

/** The schema as the file tells it. */
export function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const leaves = columns.map(
    ({ name, kind, isNullable }): SchemaElement => ({
      name,
      ...types[kind],
      ...(kind === "decimal" && { converted_type: "DECIMAL" }),
      repetition_type: isNullable ? "OPTIONAL" : "REQUIRED",
    }),
  );
  return [{ name: "root", num_children: leaves.length }, ...leaves];
}

/**
 * The schema rows are written by: decimals arrive as the bytes they are stored in, and the writer would take what is
 * called a decimal through its own conversion, byte by byte.
 */
export function physicalSchemaOf(columns: readonly Column[]): SchemaElement[] {
  return schemaOf(columns).map(({ converted_type, ...element }) =>
    converted_type === undefined || converted_type === "DECIMAL" ? element : { ...element, converted_type },
  );
}

/** A cell in the type its column has. */
export type Value = string | number | bigint | boolean | Uint8Array;

const dayMs = 86_400_000;

/**
 * Makes the value of a cell's text. `place` tells the values of one row group apart; a value is good until the next
 * one of its place.
 */
export type ReadValue = (text: string, place: number) => Value;

/** One for each column: it may remember. */
export function createValueReader(kind: ColumnKind): ReadValue {
  return kind === "decimal" ? createDecimalReader() : readers[kind];
}

const readers: Readonly<Record<Exclude<ColumnKind, "decimal">, (text: string) => Value>> = {
  text: (text) => text,
  integer: (text) => Number.parseInt(text, 10),
  boolean: (text) => text === "true",
  instant: (text) => BigInt(Date.parse(text)),
  day: (text) => Date.parse(text) / dayMs,
};
