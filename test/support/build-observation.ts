import type { QuoteObservation, QuoteSourceConfig } from "@openremit/shared/contracts";

/** Belgium to Morocco, paid out in dirham. */
export const beMa = {
  id: "be-ma",
  sendCountry: "BE",
  sendCurrency: "EUR",
  receiveCountry: "MA",
  receiveCurrency: "MAD",
} as const;

/** A quote of which only the fields that matter to a test are given. */
export function buildObservation(fields: Partial<QuoteObservation> = {}): QuoteObservation {
  return {
    provider: "wise",
    corridor: beMa,
    payIn: "bank_transfer",
    payOut: "bank_deposit",
    payInCode: "BANK_TRANSFER",
    payOutCode: "BANK_TRANSFER",
    feePlacement: "inside",
    amount: "200",
    fee: "1.23",
    feeSchedule: null,
    rate: "10.81",
    payOutFee: null,
    received: "2148.70",
    band: null,
    priceKind: "standing",
    promotion: null,
    speed: "same_day",
    quoteId: "0123456789abcdef0123456789abcdef",
    source: "wise",
    sourceKind: "direct",
    observedAt: "2026-11-23T10:00:00.000Z",
    observedAtPrecision: "second",
    fetchedAt: "2026-11-23T10:00:00.000Z",
    receipt: {
      method: "POST",
      url: "https://api.wise.com/v3/quotes",
      requestSha256: "a".repeat(64),
      answerSha256: "b".repeat(64),
      adapterVersion: "1",
    },
    flags: [],
    simulated: true,
    ...fields,
  };
}

/** A source that may be asked, with only the fields that matter to a test given. */
export function buildQuoteSource(fields: Partial<QuoteSourceConfig> = {}): QuoteSourceConfig {
  return {
    key: "wise",
    name: "Wise",
    adapter: "wise",
    origins: ["https://api.wise.com"],
    schedule: { everyMinutes: 60 },
    limits: { max: 1, perSeconds: 1, concurrency: 1 },
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
