import { InputError } from "@openremit/shared/domain";
import type { Clock } from "@openremit/shared/runtime";
import { createApiKey, type Database, type MadeKey, revokeApiKey, rotateApiKey } from "@openremit/shared/storage";
import type { ModeOption } from "../options.ts";
import { listKeys } from "./list-keys.ts";
import type { KeyActions } from "./program.ts";

interface KeyTool {
  readonly withDatabase: (option: ModeOption, work: (database: Database) => Promise<void>) => Promise<void>;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

const dayMs = 86_400_000;

/** What `npm run keys` does. */
export function createKeyActions({ withDatabase, clock, say }: KeyTool): KeyActions {
  const show = ({ keyId, text }: MadeKey) => {
    say(`Key ${keyId}. It is shown this once; only its hash is kept:`);
    say(`\n  ${text}\n`);
    say("Hand it to its holder in a safe way. It is sent as the header Authorization: Bearer <key>.");
  };
  return {
    create: (options) =>
      withDatabase(options, async (database) => {
        const { label, scope, expires = null } = options;
        const now = clock.now();
        if (expires !== null && expires <= now) throw new InputError("--expires must be a day to come.");
        show(await createApiKey(database, { label, scopes: [...new Set(scope)], expiresAt: expires }, now));
      }),
    list: (options) => withDatabase(options, (database) => listKeys(database, clock.now(), say)),
    revoke: (keyId, options) =>
      withDatabase(options, async (database) => {
        const { label, revokedAt } = await revokeApiKey(database, keyId, clock.now());
        say(`Key ${keyId} (${label}) is revoked since ${revokedAt?.toISOString() ?? "now"}.`);
        say("Every process refuses it within 5 seconds.");
      }),
    rotate: (keyId, options) =>
      withDatabase(options, async (database) => {
        const now = clock.now();
        const graceUntil = new Date(now.getTime() + options.graceDays * dayMs);
        show(await rotateApiKey(database, keyId, { now, graceUntil }));
        say(`The old key ${keyId} works until ${graceUntil.toISOString().slice(0, 16)}Z at the latest.`);
      }),
  };
}
