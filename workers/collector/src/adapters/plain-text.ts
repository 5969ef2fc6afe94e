/** A source's markdown as plain text: links become their words, emphasis goes; at most 1000 characters of it. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|__/g, "")
    .trim()
    .slice(0, 1000);
}
