/** JSON for people to read too; the order of the fields is that of the object. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
