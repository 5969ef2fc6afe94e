import type { Corridor } from "@openremit/shared/domain";
import type { QuoteTask, RateTask } from "../../workers/collector/src/adapters/adapter.ts";

/** A corridor from its key, such as `be-ma:EUR-MAD`. */
export function corridorOf(key: string): Corridor {
  const [, sendCountry = "", receiveCountry = "", sendCurrency = "", receiveCurrency = ""] =
    /^([a-z]{2})-([a-z]{2}):([A-Z]{3})-([A-Z]{3})$/.exec(key) ?? [];
  return {
    id: `${sendCountry}-${receiveCountry}`,
    sendCountry: sendCountry.toUpperCase(),
    sendCurrency,
    receiveCountry: receiveCountry.toUpperCase(),
    receiveCurrency,
  };
}

/** One corridor at one amount. */
export function visit(key: string, amount: string): QuoteTask {
  return { corridors: [corridorOf(key)], amounts: [amount] };
}

/** The newest figures of a rate source, of which yesterday's are known. */
export const newestRates: RateTask = { since: "2026-11-19", today: "2026-11-20" };
