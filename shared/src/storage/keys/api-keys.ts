import { sql } from "kysely";
import type { ApiKeyScope } from "../../contracts/index.ts";
import type { Database } from "../postgres/database.ts";

/** A key as the record knows it: everything but the secret. */
export interface ApiKey {
  readonly keyId: string;
  /** The first key of its line: a rotated key acts for the same holder. */
  readonly holder: string;
  /** Whose it is, in words; shown beside what was entered with it. */
  readonly label: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly secretHash: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** A UTC day. */
  readonly lastUsedOn: string | null;
}

export type NewApiKey = Omit<ApiKey, "revokedAt" | "lastUsedOn">;

const columns = [
  "key_id",
  "holder",
  "label",
  "scopes",
  "secret_hash",
  "created_at",
  "expires_at",
  "revoked_at",
  sql<string | null>`last_used_on::text`.as("last_used_on"),
] as const;

/** Keeps a new key. */
export async function saveApiKey(database: Pick<Database, "db">, key: NewApiKey): Promise<void> {
  await database.db
    .insertInto("api_keys")
    .values({
      key_id: key.keyId,
      holder: key.holder,
      label: key.label,
      scopes: [...key.scopes],
      secret_hash: key.secretHash,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      revoked_at: null,
      last_used_on: null,
    })
    .execute();
}

/** All keys, those that ended too, oldest first. */
export async function readApiKeys(database: Database): Promise<readonly ApiKey[]> {
  const rows = await database.db
    .selectFrom("api_keys")
    .select(columns)
    .orderBy("created_at")
    .orderBy("key_id")
    .execute();
  return rows.map(keyOf);
}

/** Null where nobody ever made such a key. */
export async function readApiKey(database: Pick<Database, "db">, keyId: string): Promise<ApiKey | null> {
  const row = await database.db.selectFrom("api_keys").select(columns).where("key_id", "=", keyId).executeTakeFirst();
  return row === undefined ? null : keyOf(row);
}

/** Notes the day a key was used on; one write a key and day. */
export async function noteKeyUse(database: Database, keyId: string, day: string): Promise<void> {
  await database.db
    .updateTable("api_keys")
    .set({ last_used_on: day })
    .where("key_id", "=", keyId)
    .where((row) => row.or([row("last_used_on", "is", null), row("last_used_on", "<", day)]))
    .execute();
}

interface Row {
  readonly key_id: string;
  readonly holder: string;
  readonly label: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly secret_hash: Buffer;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly last_used_on: string | null;
}

function keyOf(row: Row): ApiKey {
  return {
    keyId: row.key_id,
    holder: row.holder,
    label: row.label,
    scopes: row.scopes,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedOn: row.last_used_on,
  };
}
