import type { Words } from "../../words/words.ts";

/** One day, or the first and the last of several. */
export function periodText({ from, to }: { readonly from: string; readonly to: string }, { day, days }: Words): string {
  return from === to ? day(from) : days(from, to);
}
