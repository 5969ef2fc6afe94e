import { z } from "zod";
import { currencyCode, day, decimalString, instant, sha256 } from "../primitives.ts";

/** How a figure is meant, whatever the file format makes of it. */
export const columnKinds = ["text", "decimal", "integer", "boolean", "instant", "day"] as const;
export type ColumnKind = (typeof columnKinds)[number];

interface ColumnMeta {
  readonly kind: ColumnKind;
  /** What one is of: `per cent`, or the column that holds the currency; null: a pure number or no number at all. */
  readonly unit: string | null;
}

/** What zod itself has no word for. Descriptions stand on the schemas. */
const columnMeta = z.registry<ColumnMeta>();

function column<Type extends z.ZodType>(schema: Type, kind: ColumnKind, unit: string | null, about: string): Type {
  const described = schema.describe(about);
  columnMeta.add(described, { kind, unit });
  return described;
}

/** The kinds of columns; `.nullable()` after them says that a cell may be empty. */
export const columns = {
  text: (about: string) => column(z.string(), "text", null, about),
  word: <const Words extends readonly string[]>(words: Words, about: string) =>
    column(z.enum(words), "text", null, about),
  currency: (about: string) => column(currencyCode, "text", null, about),
  sha256: (about: string) => column(sha256, "text", null, about),
  decimal: (unit: string, about: string) => column(decimalString, "decimal", unit, about),
  integer: (unit: string | null, about: string) => column(z.number().int(), "integer", unit, about),
  boolean: (about: string) => column(z.boolean(), "boolean", null, about),
  instant: (about: string) => column(instant, "instant", null, about),
  day: (about: string) => column(day, "day", null, about),
};

/** One column of a dataset, as its codebook tells it. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly unit: string | null;
  readonly isNullable: boolean;
  readonly description: string;
  /** Every word a cell may hold, where they are few. */
  readonly words: readonly string[] | null;
}

/** The columns of a row schema, in its order. Every one is made by `columns`. */
export function columnsOf(row: z.ZodObject): readonly Column[] {
  return Object.entries(row.shape).map(([name, schema]) => {
    const isNullable = schema instanceof z.ZodNullable;
    const inner = isNullable ? schema.unwrap() : schema;
    const meta = inner instanceof z.ZodType ? columnMeta.get(inner) : undefined;
    if (meta === undefined || !(inner instanceof z.ZodType)) throw new Error(`${name} is no column of an export`);
    const words = inner instanceof z.ZodEnum ? inner.options.map(String) : null;
    return { name, ...meta, isNullable, description: inner.description ?? "", words };
  });
}
