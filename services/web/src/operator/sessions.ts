import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** Whoever signed in with a key, for an hour. */
export interface Session {
  readonly keyId: string;
  /** To be sent with everything that changes something; a page elsewhere cannot know it. */
  readonly csrf: string;
}

export interface Sessions {
  /** The text of a cookie. It holds no key: who has it, has an hour at most. */
  issue(keyId: string): string;
  /** Null for one that is over, or was not made here. */
  read(cookie: string | null): Session | null;
  isOwn(session: Session, csrf: string | null): boolean;
}

export const sessionSeconds = 3_600;

const shape = /^([0-9a-z]+)\.([0-9a-z]{8,11})\.([\w-]{22})\.([\w-]{43})$/;

/** @param secret the same in every copy of the site; null: a random one, and each copy knows its own sessions only. */
export function createSessions(secret: string | null, nowMs: () => number): Sessions {
  const key = Buffer.from(hkdfSync("sha256", secret ?? randomBytes(32), "", "openremit operator sessions", 32));
  const sign = (text: string) => createHmac("sha256", key).update(text).digest();
  const csrfOf = (said: string) => sign(`csrf ${said}`).toString("base64url");
  const signatureOf = (said: string) => sign(`session ${said}`).toString("base64url");

  return {
    issue(keyId) {
      const until = (nowMs() + sessionSeconds * 1_000).toString(36).padStart(8, "0");
      const said = `${keyId}.${until}.${randomBytes(16).toString("base64url")}`;
      return `${said}.${signatureOf(said)}`;
    },
    read(cookie) {
      const [, keyId, until, random, signature] = shape.exec(cookie ?? "") ?? [];
      if (keyId === undefined || until === undefined || signature === undefined) return null;
      const said = `${keyId}.${until}.${random}`;
      // As text: two bits of its last character say nothing, and only one of four texts is ours.
      if (!timingSafeEqual(Buffer.from(signatureOf(said)), Buffer.from(signature))) return null;
      return nowMs() < Number.parseInt(until, 36) ? { keyId, csrf: csrfOf(said) } : null;
    },
    isOwn({ csrf }, said) {
      const [right, given] = [Buffer.from(csrf), Buffer.from(said ?? "")];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}
