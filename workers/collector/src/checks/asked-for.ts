import { corridorKey } from "@openremit/shared/domain";
import type { Check } from "./check.ts";

/** A quote for a corridor or an amount that was not asked for was read wrongly. Who is asked about every amount names any. */
export const askedFor: Check = (quotes, { covers }) => {
  const asked = new Set(covers.map((cover) => `${corridorKey(cover.corridor)} ${cover.amount}`));
  return quotes
    .filter(({ corridor, amount }) => ![amount, null].some((one) => asked.has(`${corridorKey(corridor)} ${one}`)))
    .map((quote) => `${quote.provider} answers ${corridorKey(quote.corridor)} at ${quote.amount}, which was not asked`);
};
