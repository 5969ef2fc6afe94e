import { bareNumber } from "../src/question/bare-number.ts";
import { hasThousands } from "../src/question/has-thousands.ts";

/** Amounts are compared as whole counts of the currency's smallest unit: exact, without a number of floating point. */
export interface Amount {
  readonly minor: bigint;
  /** Plain digits: "137.50". */
  readonly text: string;
}

/**
 * An amount as somebody typed or wrote it, with comma or point; null where it is none, and for "1.000", which is one or
 * a thousand by the country somebody learnt to count in.
 *
 * @param like an amount of the same currency, such as "200.00": it has the currency's digits
 */
export function parseAmount(typed: string, currency: string, like: string): Amount | null {
  const digits = digitsOf(like);
  const [, whole, fraction = ""] = /^0*(\d{1,12})(?:[.,](\d+))?$/.exec(bareNumber(typed, currency)) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  const filled = fraction.padEnd(digits, "0");
  const minor = BigInt(whole + filled);
  return minor === 0n ? null : { minor, text: digits === 0 ? whole : `${whole}.${filled}` };
}

/** What to tell somebody whose amount cannot be read. */
export function wrongAmount(typed: string, currency: string, like: string): "amount.thousands" | "amount.missing" {
  return hasThousands(bareNumber(typed, currency), digitsOf(like)) ? "amount.thousands" : "amount.missing";
}

function digitsOf(like: string): number {
  return like.split(".")[1]?.length ?? 0;
}

/** The place of the nearest amount in an ascending list; of two equally near, the smaller. */
export function nearestPlace(wanted: Amount, listed: readonly Amount[]): number {
  const distance = ({ minor }: Amount) => (minor > wanted.minor ? minor - wanted.minor : wanted.minor - minor);
  let best = 0;
  listed.forEach((amount, place) => {
    const known = listed[best];
    if (known !== undefined && distance(amount) < distance(known)) best = place;
  });
  return best;
}
