/**
 * The bytes of an answer that may be kept: the string values of the named JSON fields are emptied, all else stays as it
 * is; a value cut short goes to its end. A token that a source hands to a visitor is the visitor's, and proves no price (METHOD 10).
 */
export function keptBody(body: Buffer, secretFields: readonly string[] = []): Buffer {
  if (secretFields.length === 0) return body;
  return Buffer.from(body.toString("utf8").replaceAll(secretPattern(secretFields), '$1""'));
}

/** What `keptBody` leaves out, each value once: to be found again where a later request carries it. */
export function secretValues(body: Buffer, secretFields: readonly string[] = []): readonly string[] {
  if (secretFields.length === 0) return [];
  const found = [...body.toString("utf8").matchAll(secretPattern(secretFields))].map(([, , value = ""]) => value);
  return [...new Set(found)].filter((value) => value !== "");
}

function secretPattern(secretFields: readonly string[]): RegExp {
  return new RegExp(`("(?:${secretFields.join("|")})"\\s*:\\s*)"((?:[^"\\\\]|\\\\.)*)"?`, "g");
}
