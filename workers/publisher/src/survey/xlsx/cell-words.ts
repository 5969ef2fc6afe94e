/** Characters that XML cannot hold are written as `_x000D_`. */
const coded = /_x([0-9A-Fa-f]{4})_/g;

export function cellWords(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(coded, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
