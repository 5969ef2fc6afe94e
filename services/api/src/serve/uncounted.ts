/** Asked by machinery, not by readers: neither limited nor asked for a key. */
export const uncounted: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);
