import type { RateSourceConfig, RecordJob } from "@openremit/shared/contracts";
import { DomainError, ExpectationError, isCurrencyAlive } from "@openremit/shared/domain";
import type { RateAdapter } from "../adapters/adapter.ts";
import { toSourceAnswer } from "./answer.ts";
import { describeRun, fetchedAtOf, type Visit } from "./visit.ts";

export interface RateReading {
  readonly source: RateSourceConfig;
  readonly adapter: RateAdapter;
  readonly finishedAt: string;
}

/** Reads the answers of a visit to a rate publisher and builds the run to record. Throws as the adapter does. */
export function readRates(visit: Visit, reading: RateReading): RecordJob {
  const { source, adapter } = reading;
  const parsed = adapter.parse(visit.answers.map(toSourceAnswer));
  const answer = visit.answers[0];
  if (answer === undefined) throw new DomainError(`the plan of ${adapter.key} asked nothing`);
  const expected = source.expectations.minimumRates;
  if (parsed.rates.length < expected) {
    throw new ExpectationError(`${parsed.rates.length} rates where at least ${expected} are expected`);
  }
  const alive = parsed.rates.filter(
    (rate) => isCurrencyAlive(rate.base, rate.observedOn) && isCurrencyAlive(rate.quote, rate.observedOn),
  );
  const fetchedAt = fetchedAtOf(visit);
  return {
    schemaVersion: 1,
    run: {
      ...describeRun(visit, {
        source: source.key,
        kind: "rates",
        adapterVersion: adapter.version,
        finishedAt: reading.finishedAt,
      }),
      outcome: alive.length === 0 ? "empty" : "stored",
      covers: [],
    },
    quotes: [],
    rates: alive.map((rate) => ({
      ...rate,
      source: source.key,
      fetchedAt,
      answerSha256: answer.bodySha256,
      flags: [],
      simulated: visit.simulated,
    })),
    issues: parsed.setAside.map((aside) => ({ source: source.key, ...aside })),
  };
}
