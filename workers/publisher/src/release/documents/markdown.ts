/** Text within a cell of a table. */
export function cellText(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
}
