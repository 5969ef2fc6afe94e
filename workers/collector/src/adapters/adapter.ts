import type { PlannedRequest, PublishedQuote, PublishedRate } from "@openremit/shared/contracts";
import type { Corridor } from "@openremit/shared/domain";

export type { PlannedRequest };

/** What came back, as an adapter may see it. */
export interface SourceAnswer {
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
}

/**
 * Asks one source for prices. Both methods are pure.
 * `scope` says what one visit answers: one corridor at one amount, one corridor at every amount, or everything at once.
 */
export interface QuoteAdapter {
  readonly key: string;
  readonly version: string;
  readonly scope: "amount" | "corridor" | "all";
  plan(task: QuoteTask): readonly PlannedRequest[];
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
}

/** Asks one rate source. Both methods are pure. */
export interface RateAdapter {
  readonly key: string;
  readonly version: string;
  plan(task: RateTask): readonly PlannedRequest[];
  parse(answers: readonly SourceAnswer[]): ParsedRates;
}
