import { createHash } from "node:crypto";
import type { QuoteObservation } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";

type Identity = Pick<
  QuoteObservation,
  "source" | "provider" | "corridor" | "payIn" | "payOut" | "amount" | "priceKind" | "observedAt"
>;

/**
 * The name of a quote: a hash of the stable raw values (who, where, how, how much, when). The price is not part of it,
 * so the same observation with a corrected price is a revision of the same quote.
 */
export function identifyQuote(quote: Identity): string {
  const values = [
    quote.source,
    quote.provider,
    corridorKey(quote.corridor),
    quote.payIn,
    quote.payOut,
    quote.amount,
    quote.priceKind,
    quote.observedAt,
  ];
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 32);
}
