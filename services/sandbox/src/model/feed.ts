import type { ProviderName } from "./providers.ts";

/** How the comparison feed knows a provider. */
export interface FeedEntry {
  readonly alias: ProviderName;
  readonly id: number;
  readonly name: string;
  /** Sender countries with a row of their own; empty: one row for all. */
  readonly senders: readonly string[];
  /** Whether the row names the receiving country. */
  readonly namesReceiver: boolean;
  /** Minutes since it was collected, at least. */
  readonly ageMinutes: number;
}

/** PayPal's is collected so seldom that its row goes stale between two visits. */
export const feedEntries: readonly FeedEntry[] = [
  entry("remitly", 104, "Remitly", ["ES", "NL", "DE", "FR", "AT", "IT", "IE", "BE"], true, 15),
  entry("instarem", 107, "Instarem", ["IE", "EE", "BE", "ES", "FR", "DE", "NL", "IT", "PT", "LU"], true, 25),
  entry("xoom", 41, "Xoom", [], true, 20),
  entry("ofx", 59, "OFX", [], false, 40),
  entry("world-remit", 30, "WorldRemit", ["EE", "BE", "ES", "FR"], true, 300),
  entry("paypal", 6, "PayPal", ["DE", "BE", "FR"], true, 1800),
  entry("western-union", 22, "Western Union", ["EE", "BE", "ES", "FR"], true, 420),
  entry("moneygram", 23, "Moneygram", ["DE", "BE", "ES", "FR"], true, 600),
];

function entry(
  alias: ProviderName,
  id: number,
  name: string,
  senders: readonly string[],
  namesReceiver: boolean,
  ageMinutes: number,
): FeedEntry {
  return { alias, id, name, senders, namesReceiver, ageMinutes };
}
