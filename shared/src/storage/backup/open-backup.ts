import type { Readable } from "node:stream";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Database } from "../postgres/database.ts";
import { readMigrations } from "../postgres/migrate.ts";
import {
  plainWords,
  quoted,
  readDigest,
  readSequences,
  readTables,
  type StoredTable,
  type TableDigest,
  type TableSequence,
} from "./tables.ts";

/** The record as it stands at one moment, to be copied out whole while others go on writing. */
export interface BackupView {
  /** Simulated or real; null where no process claimed the database yet. */
  readonly mode: string | null;
  readonly postgres: string;
  readonly migrations: readonly string[];
  readonly tables: readonly StoredTable[];
  readonly sequences: readonly TableSequence[];
  /** Its rows in PostgreSQL's own text form of COPY. One at a time, read to its end. */
  rows(table: StoredTable): Readable;
  digest(table: StoredTable): Promise<TableDigest>;
  close(): Promise<void>;
}

/** Opens one state of the whole database, read-only: nothing that is written meanwhile is half in it. */
export async function openBackup(database: Pick<Database, "pool">): Promise<BackupView> {
  const client = await database.pool.connect();
  // A connection that breaks between two tables says so here, and would end the process if nobody listened.
  const ignored = () => undefined;
  client.on("error", ignored);
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(plainWords);
    const view = await describe(client);
    return {
      ...view,
      rows: ({ name, columns }) =>
        client.query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(", ")}) to stdout`)),
      digest: ({ name }) => readDigest(client, name),
      async close() {
        client.off("error", ignored);
        client.release(true);
      },
    };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function describe(client: ClientBase) {
  const migrations = await readMigrations({ pool: client });
  const tables = await readTables(client);
  const sequences = await readSequences(client);
  const version = await client.query<{ server_version: string }>("show server_version");
  return {
    mode: tables.some(({ name }) => name === "meta") ? await readMode(client) : null,
    postgres: version.rows[0]?.server_version ?? "",
    migrations,
    tables,
    sequences,
  };
}

async function readMode(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ value: string }>("select value from meta where key = 'mode'");
  return rows[0]?.value ?? null;
}
