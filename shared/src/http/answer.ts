/** What to ask, as an adapter plans it. Identity, limits and robots.txt are this client's business. */
export interface PlannedRequest {
  readonly method: "GET" | "POST";
  /** The address as the source knows it, also when the sandbox answers in its place. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses beyond 2xx that carry a meaning of their own, such as 422 for a route not offered. */
  readonly acceptStatuses?: readonly number[];
  /** JSON fields of the answer that are keys to something, such as a visitor's token: the snapshot has them empty. */
  readonly secretFields?: readonly string[];
}

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

/** At most `max` requests in any `perSeconds` seconds, and never more than `concurrency` at once. */
export interface SourceLimits {
  readonly max: number;
  readonly perSeconds: number;
  readonly concurrency: number;
}
