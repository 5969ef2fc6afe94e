import type { ApiKeyScope } from "../../contracts/index.ts";
import { InputError } from "../../domain/index.ts";
import type { Database } from "../postgres/database.ts";
import { type ApiKey, readApiKey, saveApiKey } from "./api-keys.ts";
import { createKeyText } from "./key-text.ts";

export interface WantedKey {
  readonly label: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly expiresAt: Date | null;
}

/** The only moment at which a key's text is known to us. */
export interface MadeKey {
  readonly keyId: string;
  readonly text: string;
}

/** Makes a key and keeps its hash. */
export async function createApiKey(database: Database, wanted: WantedKey, now: Date): Promise<MadeKey> {
  const { keyId, text, secretHash } = createKeyText();
  await saveApiKey(database, { ...wanted, keyId, holder: keyId, secretHash, createdAt: now });
  return { keyId, text };
}

/**
 * Ends a key at once. One that is revoked already stays as it is.
 *
 * @throws InputError for a key nobody made.
 */
export async function revokeApiKey(database: Database, keyId: string, now: Date): Promise<ApiKey> {
  const key = await knownKey(database, keyId);
  if (key.revokedAt !== null) return key;
  await database.db
    .updateTable("api_keys")
    .set({ revoked_at: now })
    .where("key_id", "=", keyId)
    .where("revoked_at", "is", null)
    .execute();
  return { ...key, revokedAt: now };
}

/**
 * Makes a second key for the same holder, with the same scopes and the same end. The old one keeps working until
 * `graceUntil`, or its own end where that is earlier: nothing stands still while the new one is put in place.
 *
 * @throws InputError for a key that is unknown or has ended.
 */
export async function rotateApiKey(
  database: Database,
  keyId: string,
  { now, graceUntil }: { readonly now: Date; readonly graceUntil: Date },
): Promise<MadeKey> {
  return await database.db.transaction().execute(async (db) => {
    const old = await knownKey({ db }, keyId);
    if (old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt <= now)) {
      throw new InputError(`The key ${keyId} has ended. Create a new one.`);
    }
    const { keyId: newId, text, secretHash } = createKeyText();
    const { holder, label, scopes, expiresAt } = old;
    await saveApiKey({ db }, { keyId: newId, holder, label, scopes, secretHash, createdAt: now, expiresAt });
    const ends = expiresAt !== null && expiresAt < graceUntil ? expiresAt : graceUntil;
    await db.updateTable("api_keys").set({ expires_at: ends }).where("key_id", "=", keyId).execute();
    return { keyId: newId, text };
  });
}

async function knownKey(database: Pick<Database, "db">, keyId: string): Promise<ApiKey> {
  const key = await readApiKey(database, keyId);
  if (key === null) throw new InputError(`There is no key ${keyId}. The list of keys shows their ids.`);
  return key;
}
