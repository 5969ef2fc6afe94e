import type { ApiKeyScope } from "../../contracts/index.ts";
import { readApiKey } from "../keys/api-keys.ts";
import type { KnownKey } from "../keys/key-ring.ts";
import type { Database } from "../postgres/database.ts";

export type HoldsKey = Omit<KnownKey, "scopes">;

/** Whose key this is, where it still stands and has the scope; null otherwise. For sessions, that know a key by its id. */
export async function readHolder(
  database: Database,
  keyId: string,
  scope: ApiKeyScope,
  now: Date,
): Promise<HoldsKey | null> {
  const key = await readApiKey(database, keyId);
  if (key === null || key.revokedAt !== null || !key.scopes.includes(scope)) return null;
  if (key.expiresAt !== null && key.expiresAt <= now) return null;
  return { keyId: key.keyId, holder: key.holder, label: key.label };
}
