/** The code of an error of Node or of a database driver, such as `ENOENT`; null where it has none. */
export function errorCodeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
