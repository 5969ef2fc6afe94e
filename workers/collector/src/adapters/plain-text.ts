/** The first `most` characters of a text; never half of one that takes two, which PostgreSQL's JSON does not hold. */
export function firstOf(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}$/u, "");
}

/** A source's markdown as plain text: links become their words, emphasis goes; at most 1000 characters of it. */
export function plainText(markdown: string): string {
  const plain = markdown.replace(/\[([^[\]]*)\]\([^)[]*\)/g, "$1").replace(/\*\*|__/g, "");
  return firstOf(plain.trim(), 1000);
}
