/**
 * The bytes of an answer that may be kept: the string values of the named JSON fields are emptied, all else stays as it
 * is; a value cut short goes to its end. A token that a source hands to a visitor is the visitor's, and proves no price (METHOD 10).
 */
export function keptBody(body: Buffer, secretFields: readonly string[] = []): Buffer {
  if (secretFields.length === 0) return body;
  const secret = new RegExp(`("(?:${secretFields.join("|")})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"?`, "g");
  return Buffer.from(body.toString("utf8").replaceAll(secret, '$1""'));
}
