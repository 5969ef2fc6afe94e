import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** What a form's token says of when and where the form was made. `foreign`: not by us, or by us before a restart. */
export type TokenVerdict = "good" | "too_soon" | "expired" | "foreign";

/** Signed times of forms: no cookie and no memory, and a program cannot post what it never opened and waited for. */
export interface FormTokens {
  /** @param about what the form is for; a token of one is none for another. */
  issue(about: string): string;
  judge(token: string, about: string): TokenVerdict;
}

/** Nobody reads and fills a form faster; programs do. */
const leastMs = 3_000;
/** A form left open over lunch is still good; one that is collected to be sold is not. */
const longestMs = 2 * 3_600_000;
const shape = /^([0-9a-z]{8,11})\.([\w-]{43})$/;

/** @param secret the same in every copy of the site; null: a random one, and other copies ask to send again. */
export function createFormTokens(secret: string | null, nowMs: () => number): FormTokens {
  const key = Buffer.from(hkdfSync("sha256", secret ?? randomBytes(32), "", "openremit form tokens", 32));
  const sign = (issued: string, about: string) =>
    createHmac("sha256", key).update(`${issued} ${about}`).digest("base64url");
  return {
    issue(about) {
      const issued = nowMs().toString(36).padStart(8, "0");
      return `${issued}.${sign(issued, about)}`;
    },
    judge(token, about) {
      const [, issued, signature] = shape.exec(token) ?? [];
      if (issued === undefined || signature === undefined) return "foreign";
      // As text: two bits of its last character say nothing, and only one of four texts is ours.
      if (!timingSafeEqual(Buffer.from(sign(issued, about)), Buffer.from(signature))) return "foreign";
      const ageMs = nowMs() - Number.parseInt(issued, 36);
      if (ageMs > longestMs) return "expired";
      return ageMs < leastMs ? "too_soon" : "good";
    },
  };
}
