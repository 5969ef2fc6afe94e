import type { IncomingMessage } from "node:http";
import type { RateLimits, RateVerdict } from "@openremit/shared/serving";
import type { KeyFinding, KeyRing, KnownKey } from "@openremit/shared/storage";

interface DoorOptions {
  /** For readers, by address; a key counts for itself. */
  readonly limits: RateLimits;
  /** For keys that may read much. */
  readonly bulkLimits: RateLimits;
  /** For keys that turn out wrong, by address: guessing asks the database little. */
  readonly checkLimits: RateLimits;
  readonly keyRing: KeyRing;
}

/** What is known of whoever asks, before anything is answered. */
export interface Admission {
  /** Null: not counted. */
  readonly verdict: RateVerdict | null;
  /** Of the key that was sent; null where none was. */
  readonly key: KeyFinding | null;
}

export const machinery: Admission = { verdict: null, key: null };

/**
 * Who asks, and whether they have asked too often. A right key is counted for itself, wherever it is used from. One that
 * cannot be checked is treated as no key: while the database is away, readers read on.
 */
export function createDoor({ limits, bulkLimits, checkLimits, keyRing }: DoorOptions) {
  return async (request: IncomingMessage, nowMs: number): Promise<Admission> => {
    const text = bearerOf(request);
    if (text === null) return { verdict: await limits(request, nowMs), key: null };
    const key = keyRing.recall(text) ?? (await look(text, request, nowMs));
    if ("isAllowed" in key) return { verdict: key, key: null };
    if (key.kind !== "known") return { verdict: await limits(request, nowMs), key };
    const own = isBulk(key.key) ? bulkLimits : limits;
    return { verdict: await own(request, nowMs, `key ${key.key.keyId}`), key };
  };

  /** Counted before it is looked up, so that many at once are not more, and taken back where it was no wrong one. */
  async function look(text: string, request: IncomingMessage, nowMs: number): Promise<KeyFinding | RateVerdict> {
    if (keyRing.isFamiliar(text)) return keyRing.check(text);
    const verdict = await checkLimits(request, nowMs);
    if (!verdict.isAllowed) return verdict;
    const key = await keyRing.check(text);
    if (key.kind !== "refused") await checkLimits.takeBack(verdict);
    return key;
  }
}

export function isBulk({ scopes }: KnownKey): boolean {
  return scopes.includes("read:bulk");
}

/** Other schemes are not ours to judge: a proxy in front may have its own. */
function bearerOf({ headers }: IncomingMessage): string | null {
  return /^bearer +(\S.*)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}
