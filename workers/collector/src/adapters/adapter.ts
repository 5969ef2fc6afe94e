import type { PlannedRequest, PublishedQuote, PublishedRate, VisitScope } from "@openremit/shared/contracts";
import type { Corridor, TimePrecision } from "@openremit/shared/domain";

export type { PlannedRequest };

/** What came back, as an adapter may see it. */
export interface SourceAnswer {
  /** The address that was asked, for answers that do not say themselves what they answer. */
  readonly url?: string;
  readonly status: number;
  readonly contentType: string | null;
  /** UTF-8 text. */
  readonly body: string;
  /** SHA-256 of the bytes that came; what `body` is of a PDF is not its bytes. */
  readonly bodySha256: string;
}

/** An option that was understood to exist and could not be read: it becomes a source issue, the rest stays. */
export interface SetAside {
  readonly code: string;
  readonly subject: string;
  readonly detail: string;
}

export interface QuoteTask {
  readonly corridors: readonly Corridor[];
  /** Send amounts; empty where the source publishes a schedule for all amounts. */
  readonly amounts: readonly string[];
}

export interface ParsedQuotes {
  readonly quotes: readonly PublishedQuote[];
  readonly setAside: readonly SetAside[];
  /** Which answer proves each quote, by its place among the answers. Absent: the first of the last step proves them all. */
  readonly proofs?: readonly number[];
  /** How finely the time is known that the quotes give themselves. Absent: to the second. */
  readonly precision?: TimePrecision;
  /** What every quote of the visit is to be flagged with. */
  readonly flags?: readonly string[];
}

/**
 * Asks one source for prices. Every method is pure.
 * `scope` says what one visit answers: one corridor at one amount, one corridor at every amount, or everything at once.
 */
export interface QuoteAdapter {
  readonly key: string;
  readonly version: string;
  readonly scope: VisitScope;
  plan(task: QuoteTask): readonly PlannedRequest[];
  /** What else to ask, once everything planned is answered: for a source whose price request needs an earlier answer. */
  follow?(answers: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[];
  /** Reads quotes as published. Throws SourceShapeError on anything unfamiliar in the part in scope. */
  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes;
}

export interface RateTask {
  /** ISO day from which history is wanted: the newest that is known. */
  readonly since: string;
  /** ISO day of the visit: lets an adapter ask for no more history than it takes. */
  readonly today: string;
}

export interface ParsedRates {
  readonly rates: readonly PublishedRate[];
  readonly setAside: readonly SetAside[];
  /** Which answer proves each rate, by its place among the answers. Absent: the first proves them all. */
  readonly proofs?: readonly number[];
}

/** Asks one rate source. Both methods are pure. */
export interface RateAdapter {
  readonly key: string;
  readonly version: string;
  plan(task: RateTask): readonly PlannedRequest[];
  parse(answers: readonly SourceAnswer[]): ParsedRates;
}
