import { Kysely, PostgresDialect } from "kysely";
import { Pool, type PoolClient } from "pg";
import { failureClassOf } from "../../runtime/index.ts";
import type { Tables } from "./tables.ts";

/** A connection, with the server it leads to. */
export interface TakenConnection {
  readonly client: PoolClient;
  readonly server: Database;
}

/** The record: one pool of connections, and the typed query builder over it. */
export interface Database {
  readonly pool: Pool;
  readonly db: Kysely<Tables>;
  /** Months for which this process knows a partition to exist, as `<table>_<yyyy>_<mm>`. */
  readonly knownPartitions: Set<string>;
  /** Where the record stands on more servers: a connection to one of them, for what has to be said to that one again. */
  take?(): Promise<TakenConnection>;
  /** Waits for running statements, then closes every connection. */
  close(): Promise<void>;
}

/** Most connections that a process holds, unless it says otherwise. */
export const usualPoolSize = 10;

export interface DatabaseOptions {
  /** Most connections this process holds. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Told when a resting connection breaks. The pool opens another one at the next query by itself. */
  readonly onConnectionLost?: (error: Error) => void;
  /** Told when a connection breaks, resting or under a statement. */
  readonly onTrouble?: () => void;
}

/** Opens a pool on a PostgreSQL ≥ 15. Nothing is connected before the first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? usualPoolSize,
    application_name: options.applicationName ?? "openremit",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Without a listener a broken resting connection would end the whole process.
  pool.on("error", (error) => {
    options.onConnectionLost?.(error);
    options.onTrouble?.();
  });
  // Nor may one break under a transaction that is between two statements: the next statement says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("release", (error) => {
    if (error && failureClassOf(error) === "infrastructure") options.onTrouble?.();
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, knownPartitions: new Set(), close: () => db.destroy() };
}
