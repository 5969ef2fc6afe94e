import type { PlannedRequest } from "../contracts/index.ts";

export type { PlannedRequest };

/** What came back, with what proves it. */
export interface Answer {
  readonly request: PlannedRequest;
  readonly status: number;
  readonly contentType: string | null;
  /** Decompressed. */
  readonly body: Buffer;
  /** SHA-256 of `body` as it is kept, its request's `secretFields` empty; hexadecimal: the name of the snapshot. */
  readonly bodySha256: string;
  /** SHA-256 of method, address and request body. */
  readonly requestSha256: string;
  /** When the last byte had arrived; UTC ISO 8601. */
  readonly fetchedAt: string;
}

/** The part of a source's config that asking it needs. */
export interface SourceAccess {
  readonly key: string;
  /** The only `scheme://host` that may be asked. */
  readonly origins: readonly string[];
  readonly limits: SourceLimits;
  /** For a source that answers key holders only: which variable holds the key, in which header it goes. */
  readonly credential?: { readonly variable: string; readonly header: string; readonly obtain: string } | undefined;
}

/** At most `max` requests in any `perSeconds` seconds, `perDay` in a UTC day, and never more than `concurrency` at once. */
export interface SourceLimits {
  readonly max: number;
  readonly perSeconds: number;
  readonly concurrency: number;
  readonly perDay: number;
}
