import { type ApiKey, type Database, readApiKeys } from "@openremit/shared/storage";
import { textTable } from "../source/text-table.ts";

const heads = ["id", "label", "scopes", "state", "made", "ends", "last used", "holder"];

/** `list`: every key, those that ended too. */
export async function listKeys(database: Database, now: Date, say: (line: string) => void): Promise<void> {
  const keys = await readApiKeys(database);
  if (keys.length === 0) {
    say("There is no key yet. npm run keys -- create --help says how to make one.");
    return;
  }
  say(
    textTable(
      heads,
      keys.map((key) => rowOf(key, now)),
    ),
  );
  const working = keys.filter((key) => stateOf(key, now) === "works").length;
  say(`${keys.length} keys, ${working} of them work`);
}

function rowOf(key: ApiKey, now: Date): string[] {
  const { keyId, label, scopes, createdAt, expiresAt, lastUsedOn, holder } = key;
  return [
    keyId,
    label,
    scopes.join(" "),
    stateOf(key, now),
    dayOf(createdAt),
    expiresAt === null ? "" : `${expiresAt.toISOString().slice(0, 16)}Z`,
    lastUsedOn ?? "never",
    holder === keyId ? "" : holder,
  ];
}

function stateOf({ expiresAt, revokedAt }: ApiKey, now: Date): string {
  if (revokedAt !== null) return `revoked ${dayOf(revokedAt)}`;
  return expiresAt !== null && expiresAt <= now ? "expired" : "works";
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
