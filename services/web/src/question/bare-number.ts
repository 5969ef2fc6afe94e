/** What somebody typed as a number, without what stands around it: digits of today, a point, no currency. */
export function bareNumber(typed: string, currency: string): string {
  return typed
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("٫", ".")
    .replaceAll(/\p{Sc}/gu, "")
    .replace(new RegExp(`^\\s*${currency}|${currency}\\s*$`, "i"), "")
    .trim();
}
