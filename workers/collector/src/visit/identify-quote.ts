import { createHash } from "node:crypto";
import type { QuoteObservation } from "@openremit/shared/contracts";
import { corridorKey, type SourceKind } from "@openremit/shared/domain";

type Identity = Pick<
  QuoteObservation,
  | "source"
  | "sourceKind"
  | "provider"
  | "corridor"
  | "payIn"
  | "payInCode"
  | "payOut"
  | "amount"
  | "priceKind"
  | "observedAt"
>;

const fromDocument: ReadonlySet<SourceKind> = new Set(["tariff", "survey"]);

/**
 * The name of a quote: a hash of the stable raw values (who, where, how, how much, when). The price is not part of it,
 * so the same observation with a corrected price is a revision of the same quote. A document may have several lines for
 * one method: there the line is part of the name.
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
    ...(fromDocument.has(quote.sourceKind) ? [quote.payInCode] : []),
  ];
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 32);
}
