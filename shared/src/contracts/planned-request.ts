/** What to ask, as an adapter plans it. Identity, limits and robots.txt are the HTTP client's business. */
export interface PlannedRequest {
  readonly method: "GET" | "POST";
  /** The address as the source knows it, also when the sandbox answers in its place. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses beyond 2xx that carry a meaning of their own, such as 422 for a route not offered. */
  readonly acceptStatuses?: readonly number[];
  /** JSON fields of the answer that are keys to something, such as a visitor's token: they are read and never kept. */
  readonly secretFields?: readonly string[];
}
