/** PostgreSQL text cannot hold the character 0, and a source's own words may. */
export function storableText(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD");
}
