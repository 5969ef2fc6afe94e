/**
 * How long a `Retry-After` header asks to wait, in milliseconds, never negative (RFC 9110, 10.2.3): whole seconds or an
 * HTTP date. Null: no header, or one that says neither.
 */
export function parseRetryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number.parseInt(text, 10) * 1000;
  if (!/^[A-Z][a-z]{2},? .*GMT$/.test(text)) return null;
  const until = Date.parse(text);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}
