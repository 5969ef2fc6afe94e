import { createHash, randomUUID } from "node:crypto";
import type { QuoteObservation, RateObservation, RecordJob, Run, SourceIssue } from "@openremit/shared/contracts";

export const beMa = {
  id: "be-ma",
  sendCountry: "BE",
  sendCurrency: "EUR",
  receiveCountry: "MA",
  receiveCurrency: "MAD",
} as const;
export const beMaKey = "be-ma:EUR-MAD";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

/** A quote of `acme` at EUR 200; its id follows from who, how, amount and when, as in the collector. */
export function buildQuote(fields: Partial<QuoteObservation> = {}): QuoteObservation {
  const quote = {
    provider: "acme",
    corridor: beMa,
    payIn: "bank_transfer",
    payOut: "bank_deposit",
    payInCode: "BANK",
    payOutCode: "DEPOSIT",
    feePlacement: "on_top",
    amount: "200",
    fee: "1.50",
    feeSchedule: null,
    rate: "10.81000",
    payOutFee: null,
    received: null,
    band: null,
    priceKind: "standing",
    promotion: null,
    speed: "same_day",
    observedAt: "2026-11-20T12:00:00Z",
    source: "acme",
    sourceKind: "direct",
    observedAtPrecision: "second",
    fetchedAt: "2026-11-20T12:00:00Z",
    receipt: {
      method: "GET",
      url: "https://acme.example/prices",
      requestSha256: sha("request"),
      answerSha256: sha("answer"),
      adapterVersion: "1",
    },
    flags: [],
    simulated: true,
    ...fields,
  } as const;
  const identity = [quote.source, quote.provider, quote.payIn, quote.payOut, quote.amount, quote.observedAt];
  return { quoteId: sha(identity.join("|")).slice(0, 32), ...quote, flags: [...quote.flags] };
}

export function buildRate(fields: Partial<RateObservation> = {}): RateObservation {
  return {
    base: "EUR",
    quote: "MAD",
    value: "10.8123",
    observedOn: "2026-11-20",
    contributors: 1,
    source: "ecb",
    fetchedAt: "2026-11-20T15:00:00.000Z",
    answerSha256: sha("rates"),
    flags: [],
    simulated: true,
    ...fields,
  };
}

interface JobFields {
  readonly run?: Partial<Run>;
  readonly quotes?: readonly QuoteObservation[];
  readonly rates?: readonly RateObservation[];
  readonly issues?: readonly SourceIssue[];
}

/** A successful visit of `acme` to be-ma at EUR 200, finished one second after it was fetched. */
export function buildQuotesJob({ run = {}, quotes = [], issues = [] }: JobFields = {}): RecordJob {
  return buildJob("quotes", { covers: [{ corridor: beMa, amount: "200" }], ...run }, { quotes, issues });
}

export function buildRatesJob({ run = {}, rates = [], issues = [] }: JobFields = {}): RecordJob {
  return buildJob("rates", { source: "ecb", ...run }, { rates, issues });
}

function buildJob(
  kind: Run["kind"],
  fields: Partial<Run>,
  { quotes = [], rates = [], issues = [] }: JobFields,
): RecordJob {
  const fetchedAt = fields.fetchedAt === undefined ? "2026-11-20T12:00:00.000Z" : fields.fetchedAt;
  const at = new Date(fetchedAt ?? "2026-11-20T12:00:00.000Z").getTime();
  const run: Run = {
    runId: randomUUID(),
    source: "acme",
    kind,
    outcome: quotes.length + rates.length > 0 ? "stored" : "empty",
    startedAt: new Date(at - 1_000).toISOString(),
    finishedAt: new Date(at + 1_000).toISOString(),
    covers: [],
    errorCode: null,
    errorMessage: null,
    adapterVersion: "1",
    robots: { result: "not_asked", readAt: null },
    simulated: true,
    ...fields,
    fetchedAt,
  };
  return { schemaVersion: 1, run, quotes: [...quotes], rates: [...rates], issues: [...issues] };
}
