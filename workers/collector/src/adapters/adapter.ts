import type { PublishedQuote, PublishedRate } from "@openremit/shared/contracts";
import type { Corridor } from "@openremit/shared/domain";

/** What to ask, as an adapter plans it. Identity, limits and robots are the HTTP client's business. */
export interface PlannedRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses beyond 2xx that carry a meaning of their own, such as 422 for a route not offered. */
  readonly acceptStatuses?: readonly number[];
  /** JSON fields of the answer that are keys to something, such as a visitor's token: they are read and never kept. */
  readonly secretFields?: readonly string[];
}

/** What came back, as an adapter may see it. */
export interface SourceAnswer {
  /** The address that was asked, for answers that do not say themselves what they answer. */
  readonly url?: string;
  readonly status: number;
  readonly contentType: string | null;
  /** UTF-8 text. */
  readonly body: string;
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
}

/**
 * Asks one source for prices. Every method is pure.
 * `scope` says what one visit answers: one corridor at one amount, one corridor at every amount, or everything at once.
 */
export interface QuoteAdapter {
  readonly key: string;
  readonly version: string;
  readonly scope: "amount" | "corridor" | "all";
  plan(task: QuoteTask): readonly PlannedRequest[];
  /** What else to ask, once everything planned is answered: for a source whose price request needs an earlier answer. */
  follow?(answers: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[];
  /** Reads quotes as published. Throws SourceShapeError on anything unfamiliar in the part in scope. */
  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes;
}

export interface RateTask {
  /** ISO day from which history is wanted; null: the latest figures. */
  readonly since: string | null;
  /** ISO day of the visit, UTC: lets an adapter ask for no more history than it takes. */
  readonly today: string;
}

export interface ParsedRates {
  readonly rates: readonly PublishedRate[];
  readonly setAside: readonly SetAside[];
  /** Which answer proves each rate, by its place among the answers. Absent: the first proves them all. */
  readonly proofs?: readonly number[];
}

/** Asks one publisher for reference rates. Both methods are pure. */
export interface RateAdapter {
  readonly key: string;
  readonly version: string;
  plan(task: RateTask): readonly PlannedRequest[];
  parse(answers: readonly SourceAnswer[]): ParsedRates;
}
