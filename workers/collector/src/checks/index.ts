import { askedFor } from "./asked-for.ts";
import type { Check } from "./check.ts";
import { enoughQuotes } from "./enough-quotes.ts";
import { notExpired } from "./not-expired.ts";
import { notFuture } from "./not-future.ts";
import { notOlderThanKnown } from "./not-older-than-known.ts";
import { plausibleRate } from "./plausible-rate.ts";

export type { Check, CheckContext } from "./check.ts";

/** Every rule a run of quotes must keep, one a file. A run that breaks one is quarantined whole. */
export const checks: readonly Check[] = [
  askedFor,
  notFuture,
  notExpired,
  notOlderThanKnown,
  enoughQuotes,
  plausibleRate,
];
