import { timingSafeEqual } from "node:crypto";
import type { ApiKeyScope } from "../../contracts/index.ts";
import { type Clock, inTime, type Logger } from "../../runtime/index.ts";
import type { Database } from "../postgres/database.ts";
import { type ApiKey, noteKeyUse, readApiKey } from "./api-keys.ts";
import { type ParsedKeyText, parseKeyText } from "./key-text.ts";

/** Whoever asks with a key that is right. */
export interface KnownKey {
  readonly keyId: string;
  readonly holder: string;
  readonly label: string;
  readonly scopes: readonly ApiKeyScope[];
}

/** `unchecked`: the database does not answer, and nothing is known of the key. */
export type KeyFinding =
  | { readonly kind: "known"; readonly key: KnownKey }
  | { readonly kind: "refused"; readonly why: "malformed" | "unknown" | "expired" | "revoked" }
  | { readonly kind: "unchecked" };

/** Tells right keys from wrong ones, for one process. */
export interface KeyRing {
  /** What is known without a question to the database; null where it has to be asked. */
  recall(text: string): KeyFinding | null;
  /** Whether there was such an id not long ago: to look again is no guessing, and asks the database once in five seconds. */
  isFamiliar(text: string): boolean;
  /** Never throws: a database that is away is a finding. */
  check(text: string): Promise<KeyFinding>;
}

interface KeyRingOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long a row is believed, and so the longest a revocation takes to hold; 5 s unless said. */
  readonly rememberMs?: number;
  /** How long the database may take; 2 s unless said. */
  readonly timeoutMs?: number;
  /** Milliseconds by a clock that is never put back, for what lasts; the process's own unless said. */
  readonly elapsedMs?: () => number;
}

interface Memory {
  readonly key: ApiKey | null;
  readonly untilMs: number;
}

/** More than any instance has holders; an entry is a few hundred bytes. */
const mostRemembered = 1_000;
/** Compared with where there is no such key, so that it takes as long. */
const nobody = Buffer.alloc(32);
const unchecked: KeyFinding = { kind: "unchecked" };

/**
 * Checks keys against the record, remembering rows for a few seconds: what was revoked is refused in every process
 * within that time, without any announcement that could be missed. While the database is away one question in that time
 * tries it, and the others are told at once that nothing can be checked.
 */
export function createKeyRing(options: KeyRingOptions): KeyRing {
  const { database, clock, logger, rememberMs = 5_000, timeoutMs = 2_000 } = options;
  const { elapsedMs = () => performance.now() } = options;
  const memories = new Map<string, Memory>();
  const coming = new Map<string, Promise<ApiKey | null>>();
  let awayUntilMs = Number.NEGATIVE_INFINITY;

  async function read(keyId: string): Promise<ApiKey | null> {
    const key = await inTime(timeoutMs, readApiKey(database, keyId), "PostgreSQL");
    memories.delete(keyId);
    memories.set(keyId, { key, untilMs: elapsedMs() + rememberMs });
    for (const oldest of memories.keys()) {
      if (memories.size <= mostRemembered) break;
      memories.delete(oldest);
    }
    return key;
  }

  /** Questions about one key that come together are one question. */
  function readOnce(keyId: string): Promise<ApiKey | null> {
    const known = coming.get(keyId);
    if (known !== undefined) return known;
    const reading = read(keyId).finally(() => coming.delete(keyId));
    coming.set(keyId, reading);
    return reading;
  }

  function recallParsed(parsed: ParsedKeyText): KeyFinding | null {
    const memory = memories.get(parsed.keyId);
    if (memory !== undefined && elapsedMs() < memory.untilMs)
      return findingOf(parsed, memory.key, clock.now().getTime());
    return elapsedMs() < awayUntilMs ? unchecked : null;
  }

  return {
    recall(text) {
      const parsed = parseKeyText(text);
      return parsed === null ? { kind: "refused", why: "malformed" } : recallParsed(parsed);
    },
    isFamiliar(text) {
      const parsed = parseKeyText(text);
      return parsed !== null && (memories.get(parsed.keyId)?.key ?? null) !== null;
    },
    async check(text) {
      const parsed = parseKeyText(text);
      if (parsed === null) return { kind: "refused", why: "malformed" };
      const recalled = recallParsed(parsed);
      if (recalled !== null) return recalled;
      try {
        const key = await readOnce(parsed.keyId);
        const now = clock.now();
        const finding = findingOf(parsed, key, now.getTime());
        if (finding.kind === "known") noteUse(key, now);
        return finding;
      } catch (error) {
        awayUntilMs = elapsedMs() + rememberMs;
        logger.warn({ err: error }, "keys cannot be checked");
        return unchecked;
      }
    },
  };

  function noteUse(key: ApiKey | null, now: Date): void {
    const day = now.toISOString().slice(0, 10);
    if (key === null || key.lastUsedOn === day) return;
    noteKeyUse(database, key.keyId, day).catch((error: unknown) => {
      logger.warn({ err: error, keyId: key.keyId }, "the use of a key was not noted");
    });
  }
}

/** Why a key is refused is told only to whoever has its secret. */
function findingOf({ secretHash }: ParsedKeyText, key: ApiKey | null, nowMs: number): KeyFinding {
  const isRight = timingSafeEqual(secretHash, key?.secretHash ?? nobody);
  if (key === null || !isRight) return { kind: "refused", why: "unknown" };
  if (key.revokedAt !== null) return { kind: "refused", why: "revoked" };
  if (key.expiresAt !== null && key.expiresAt.getTime() <= nowMs) return { kind: "refused", why: "expired" };
  const { keyId, holder, label, scopes } = key;
  return { kind: "known", key: { keyId, holder, label, scopes } };
}
