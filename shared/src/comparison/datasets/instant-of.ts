/**
 * PostgreSQL's text of a time in UTC, such as `2026-11-20 12:00:00.5+00`, as ISO 8601 to the millisecond; what is finer
 * is cut off.
 */
export function instantOf(text: string): string {
  const fraction = text.slice(20, -3).padEnd(3, "0").slice(0, 3);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}
