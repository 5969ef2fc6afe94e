import type { Catalog } from "@openremit/shared/catalog";
import type {
  Coverage,
  QuoteObservation,
  QuoteSourceConfig,
  RecordJob,
  SourceIssue,
} from "@openremit/shared/contracts";
import { DomainError, ExpectationError } from "@openremit/shared/domain";
import type { QuoteAdapter, QuoteTask } from "../adapters/adapter.ts";
import { type CheckContext, checks } from "../checks/index.ts";
import { observeQuotes } from "./observe-quotes.ts";
import { findReviewDue } from "./review-due.ts";
import { storableIssues } from "./storable-issues.ts";
import { toSourceAnswer } from "./to-source-answer.ts";
import { describeRun, fetchedAtOf, type Visit } from "./visit.ts";

export interface QuoteReading {
  readonly source: QuoteSourceConfig;
  readonly adapter: QuoteAdapter;
  readonly task: QuoteTask;
  readonly catalog: Catalog;
  readonly checking: Omit<CheckContext, "source" | "covers">;
  readonly finishedAt: string;
}

/** What the answers of a visit say, and how the rules of a run judge it; nothing is decided yet. */
export interface QuoteInspection {
  readonly quotes: readonly QuoteObservation[];
  readonly issues: readonly SourceIssue[];
  readonly rules: readonly { readonly rule: string; readonly broken: readonly string[] }[];
}

/** Parses and observes the answers of a visit, and asks every rule. Throws what the adapter throws. */
export function inspectQuotes(visit: Visit, reading: QuoteReading): QuoteInspection {
  const { source, adapter, task } = reading;
  const parsed = adapter.parse(visit.answers.map(toSourceAnswer), task);
  const observed = observeQuotes(parsed.quotes, {
    source,
    fetchedAt: fetchedAtOf(visit),
    precision: visit.precision,
    statedPrecision: parsed.precision ?? "second",
    flags: parsed.flags ?? [],
    receiptOf: (place) => receiptOf(visit, adapter, parsed.proofs?.[place] ?? firstOfLastStep(visit, adapter, task)),
    simulated: visit.simulated,
    providerByAlias: (alias) => providerOf(alias, source, reading.catalog),
  });
  const context: CheckContext = { ...reading.checking, source, covers: coverageOf(task) };
  const setAside = parsed.setAside.map((aside) => ({ source: source.key, ...aside }));
  return {
    quotes: observed.quotes,
    issues: storableIssues([
      ...observed.issues,
      ...setAside,
      ...findReviewDue(observed.quotes, source, reading.checking.now),
    ]),
    rules: checks.map((check) => ({ rule: check.name, broken: check(observed.quotes, context) })),
  };
}

/**
 * Reads the answers of a visit and builds the run to record. Throws what the adapter throws, and ExpectationError when a
 * rule is broken; the same code reads live answers and replayed recordings.
 */
export function readQuotes(visit: Visit, reading: QuoteReading): RecordJob {
  const inspection = inspectQuotes(visit, reading);
  const broken = inspection.rules.flatMap((rule) => rule.broken);
  if (broken.length > 0)
    throw new ExpectationError(broken.slice(0, 10).join("; "), { details: { broken: broken.length } });
  return buildQuotesRun(visit, reading, inspection);
}

/** The run of what was read, whatever the rules say of it. */
export function buildQuotesRun(visit: Visit, reading: QuoteReading, inspection: QuoteInspection): RecordJob {
  const { source, adapter, task, finishedAt } = reading;
  const { quotes, issues } = inspection;
  return {
    schemaVersion: 1,
    run: {
      ...describeRun(visit, { source: source.key, kind: "quotes", adapterVersion: adapter.version, finishedAt }),
      outcome: quotes.length === 0 ? "empty" : "stored",
      covers: coverageOf(task),
    },
    quotes: [...quotes],
    rates: [],
    issues: [...issues],
  };
}

/** A task without amounts asks for a schedule, which covers every amount. */
function coverageOf(task: QuoteTask): Coverage[] {
  const amounts = task.amounts.length === 0 ? [null] : task.amounts;
  return task.corridors.flatMap((corridor) => amounts.map((amount) => ({ corridor: { ...corridor }, amount })));
}

/** A provider's own calculator names the provider by key; a feed names it by its own alias. */
function providerOf(alias: string, source: QuoteSourceConfig, catalog: Catalog): string | null {
  if (source.provider !== null) return alias === source.provider ? alias : null;
  return catalog.providerByAlias(alias)?.key ?? null;
}

/** What goes before the last step only tells how to ask. */
function firstOfLastStep({ answers }: Visit, adapter: QuoteAdapter, task: QuoteTask): number {
  const planned = adapter.plan(task).length;
  return planned < answers.length ? planned : 0;
}

/** What proves a price: the answer it is read from. */
function receiptOf(visit: Visit, adapter: QuoteAdapter, proof: number) {
  const answer = visit.answers[proof];
  if (answer === undefined) throw new DomainError(`the plan of ${adapter.key} asked nothing`);
  return {
    method: answer.request.method,
    url: answer.request.url,
    requestSha256: answer.requestSha256,
    answerSha256: answer.bodySha256,
    adapterVersion: adapter.version,
  };
}
