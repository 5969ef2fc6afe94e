/**
 * The bytes of an answer that may be kept: the string values of the named JSON fields are emptied, all else stays as it
 * is; a value cut short goes to its end. A token that a source hands to a visitor is the visitor's, and proves no price (METHOD 10).
 */
export function keptBody(body: Buffer, secretFields: readonly string[] = []): Buffer {
  if (secretFields.length === 0) return body;
  const text = body.toString("utf8");
  let kept = "";
  let from = 0;
  for (const { start, end } of secretsIn(text, secretFields)) {
    kept += `${text.slice(from, start)}"`;
    from = end + 1;
  }
  return Buffer.from(kept + text.slice(from));
}

/** What `keptBody` leaves out, each value once: to be found again where a later request carries it. */
export function secretValues(body: Buffer, secretFields: readonly string[] = []): readonly string[] {
  if (secretFields.length === 0) return [];
  const text = body.toString("utf8");
  const found = Array.from(secretsIn(text, secretFields), ({ start, end }) => text.slice(start, end));
  return [...new Set(found)].filter((value) => value !== "");
}

/** Where each secret value starts, after its quote, and where it ends, at its quote or at the end of the text. */
function* secretsIn(text: string, secretFields: readonly string[]): Generator<{ start: number; end: number }> {
  const opening = new RegExp(`"(?:${secretFields.join("|")})"\\s*:\\s*"`, "g");
  while (opening.test(text)) {
    const start = opening.lastIndex;
    const end = endOfString(text, start);
    yield { start, end };
    opening.lastIndex = end + 1;
  }
}

/** Looked for without a regular expression, which keeps a note of every character: 20 MB of them are too many. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote;
    while (escapes > start && text[escapes - 1] === "\\") escapes -= 1;
    if ((quote - escapes) % 2 === 0) return quote;
  }
  return text.length;
}
