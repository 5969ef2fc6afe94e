import type { QuoteObservation, QuoteSourceConfig } from "@openremit/shared/contracts";
import { buildQuote } from "./record-job.ts";

/** A quote of Wise, of which only the fields that matter to a test are given. */
export function buildObservation(fields: Partial<QuoteObservation> = {}): QuoteObservation {
  return buildQuote({
    provider: "wise",
    source: "wise",
    payInCode: "BANK_TRANSFER",
    payOutCode: "BANK_TRANSFER",
    feePlacement: "inside",
    fee: "1.23",
    rate: "10.81",
    received: "2148.70",
    observedAt: "2026-11-23T10:00:00.000Z",
    fetchedAt: "2026-11-23T10:00:00.000Z",
    ...fields,
  });
}

/** A source that may be asked, with only the fields that matter to a test given. */
export function buildQuoteSource(fields: Partial<QuoteSourceConfig> = {}): QuoteSourceConfig {
  return {
    key: "wise",
    name: "Wise",
    adapter: "wise",
    origins: ["https://api.wise.com"],
    schedule: { everyMinutes: 60, scope: "all", requests: 1 },
    limits: { max: 1, perSeconds: 1, concurrency: 1, perDay: 1000 },
    conduct: { robots: "allows all", terms: null, note: "none", checkedOn: "2026-08-01" },
    status: "open",
    statusDecision: null,
    verified: { how: "recorded", on: "2026-07-02" },
    enabled: false,
    attribution: null,
    kind: "direct",
    provider: "wise",
    corridors: "all",
    expectations: { minimumQuotes: 1 },
    ...fields,
  };
}
