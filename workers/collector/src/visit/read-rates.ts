import type { Catalog } from "@openremit/shared/catalog";
import type { PublishedRate, RateSourceConfig, RecordJob, SourceIssue } from "@openremit/shared/contracts";
import {
  DomainError,
  ExpectationError,
  parseRateRows,
  type RateRow,
  type RateVerdict,
  validateRates,
} from "@openremit/shared/domain";
import type { RateAdapter } from "../adapters/adapter.ts";
import { storableIssues } from "./storable-issues.ts";
import { toSourceAnswer } from "./to-source-answer.ts";
import { describeRun, fetchedAtOf, type Visit } from "./visit.ts";

export interface RateReading {
  readonly source: RateSourceConfig;
  readonly adapter: RateAdapter;
  readonly catalog: Catalog;
  /** What is known already, of all rate sources: a jump and an inverted table show against it. */
  readonly known: readonly RateRow[];
  /** Days before this one are known already; the source may send them along. Null: every day is wanted. */
  readonly since: string | null;
  readonly at: Date;
  /** Whether fewer rates than are expected are taken all the same: for a person to judge. */
  readonly takesFewer?: boolean;
}

/** Reads the answers of a visit to a rate source and builds the run to record. Throws as the adapter does. */
export function readRates(visit: Visit, reading: RateReading): RecordJob {
  const { source, adapter, since } = reading;
  const parsed = adapter.parse(visit.answers.map(toSourceAnswer));
  const proven = parsed.rates.map((rate, place) => ({
    rate,
    answerSha256: proofOf(visit, parsed.proofs?.[place] ?? 0),
  }));
  const wanted = proven.filter(({ rate }) => since === null || rate.observedOn >= since);
  const expected = source.expectations.minimumRates;
  const isJudged = reading.takesFewer !== true;
  if (isJudged && parsed.rates.length < expected) {
    throw new ExpectationError(`${parsed.rates.length} rates where at least ${expected} are expected`);
  }
  if (isJudged && wanted.length === 0)
    throw new ExpectationError(`${parsed.rates.length} rates, and none of ${since} or later`);
  const fetchedAt = fetchedAtOf(visit);
  const judged = judge(wanted, reading);
  const kept = judged.filter(({ verdict }) => verdict.verdict !== "refused");
  return {
    schemaVersion: 1,
    run: {
      ...describeRun(visit, {
        source: source.key,
        kind: "rates",
        adapterVersion: adapter.version,
        finishedAt: reading.at.toISOString(),
      }),
      outcome: kept.length === 0 ? "empty" : "stored",
      covers: [],
    },
    quotes: [],
    rates: kept.map(({ rate, answerSha256, verdict }) => ({
      ...rate,
      source: source.key,
      fetchedAt,
      answerSha256,
      flags: verdict.fault === null ? [] : [verdict.fault],
      simulated: visit.simulated,
    })),
    issues: storableIssues([
      ...parsed.setAside.map((aside) => ({ source: source.key, ...aside })),
      ...refusals(judged, source.key),
    ]),
  };
}

interface ProvenRate {
  readonly rate: PublishedRate;
  readonly answerSha256: string;
}

interface JudgedRate extends ProvenRate {
  readonly verdict: RateVerdict;
}

function proofOf(visit: Visit, place: number): string {
  const answer = visit.answers[place];
  if (answer === undefined) throw new DomainError(`the visit has no answer ${place} to prove a rate`);
  return answer.bodySha256;
}

/** One verdict a rate, by METHOD 4. */
function judge(rates: readonly ProvenRate[], { source, catalog, known, at }: RateReading): JudgedRate[] {
  const rows = parseRateRows(rates.map(({ rate }) => ({ ...rate, source: source.key })));
  const verdicts = validateRates({ rows, at, knowledge: catalog.rateKnowledge(known) });
  return rates.flatMap((proven, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [{ ...proven, verdict }];
  });
}

/** What a rate source sends and nobody may use: one issue per fault, naming the currencies. */
function refusals(judged: readonly JudgedRate[], source: string): SourceIssue[] {
  const byFault = new Map<string, string[]>();
  for (const { rate, verdict } of judged) {
    if (verdict.verdict !== "refused" || verdict.fault === null) continue;
    const rates = byFault.get(verdict.fault) ?? [];
    byFault.set(verdict.fault, [...rates, `${rate.base}/${rate.quote} ${rate.value} of ${rate.observedOn}`]);
  }
  return [...byFault].map(([fault, rates]) => ({
    source,
    code: "refused_rate",
    subject: fault,
    detail: `${rates.length} rates: ${rates.slice(0, 10).join(", ")}`,
  }));
}
