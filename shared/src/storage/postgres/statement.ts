import type { QueryConfig, QueryResult, QueryResultRow } from "pg";
import { DomainError } from "../../domain/index.ts";

/** An SQL text with its parameters by name, parsed and planned once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
}

/** Turns `{name}` into numbered parameters; one that occurs twice is sent once. */
export function buildStatement(name: string, template: string): Statement {
  const parameters: string[] = [];
  const text = template.replace(/\{([a-zA-Z]+)\}/g, (_, parameter: string) => {
    if (!parameters.includes(parameter)) parameters.push(parameter);
    return `$${parameters.indexOf(parameter) + 1}`;
  });
  return { name, text, parameters };
}

/** Whom a statement is put to: a pool, or one connection with a transaction of its own. */
export interface Asks {
  query<Row extends QueryResultRow>(question: QueryConfig): Promise<QueryResult<Row>>;
}

/** What is read through: the database as it is, or a snapshot of it. */
export interface Reading {
  readonly pool: Asks;
}

/**
 * Runs a statement in one round trip: as a transaction of its own, or as part of the connection's.
 *
 * @throws DomainError when a parameter has no value.
 */
export async function runStatement<Row extends QueryResultRow>(
  pool: Asks,
  statement: Statement,
  values: Readonly<Record<string, unknown>>,
): Promise<readonly Row[]> {
  const ordered = statement.parameters.map((parameter) => {
    const value = values[parameter];
    if (value === undefined) throw new DomainError(`Statement ${statement.name} lacks a value for ${parameter}`);
    return value;
  });
  const result = await pool.query<Row>({ name: statement.name, text: statement.text, values: ordered });
  return result.rows;
}
