import { dayOf, shiftDay } from "../calendar-day.ts";
import { isCurrency, isCurrencyAlive } from "../currency.ts";
import { groupBy } from "./group-by.ts";
import { daysOffEurUsd, yardstickSource } from "./implied-eur-usd.ts";
import type { RateKnowledge, RateRow } from "./rate-knowledge.ts";
import { confirmationBy, unconfirmedJumps } from "./unconfirmed-jumps.ts";

/** A publisher may give tomorrow's rate today, and be a time zone ahead. */
const daysAhead = 2;

export type RateFault =
  | "unknown_currency"
  | "currency_not_alive"
  | "not_positive"
  | "future_day"
  | "eur_usd_off"
  | "jump_unconfirmed";

/**
 * `refused`: never store it. `waits`: store it as published with its fault as a flag; a selection leaves it out by itself
 * until a second source confirms it. `accepted`: nothing found.
 */
export interface RateVerdict {
  readonly row: RateRow;
  readonly verdict: "accepted" | "waits" | "refused";
  readonly fault: RateFault | null;
}

export interface RatesToValidate {
  /** New rows, as published. */
  readonly rows: readonly RateRow[];
  readonly at: Date;
  /** What was known before, the ECB's rows among it: without them no euro-dollar is checked. */
  readonly knowledge: RateKnowledge;
}

/**
 * The validation of METHOD 4, one verdict a row in the order given: known ISO 4217 codes alive on that day; above zero;
 * dated no later than two days from `at`; the file's implied EUR/USD within 0.7 % of the ECB's (else the whole day is
 * refused); a jump of over 10 % waits for a second source.
 */
export function validateRates({ rows, at, knowledge }: RatesToValidate): readonly RateVerdict[] {
  const latest = shiftDay(dayOf(at), daysAhead);
  const faults = new Map<RateRow, RateFault>();
  const sound = (): readonly RateRow[] => rows.filter((row) => !faults.has(row));
  for (const row of rows) {
    const fault = ownFault(row, latest);
    if (fault !== null) faults.set(row, fault);
  }
  for (const row of rowsOffEurUsd(sound(), knowledge)) faults.set(row, "eur_usd_off");
  for (const row of waitingRows(sound(), at, knowledge)) faults.set(row, "jump_unconfirmed");
  return rows.map((row) => {
    const fault = faults.get(row) ?? null;
    const verdict = fault === null ? "accepted" : fault === "jump_unconfirmed" ? "waits" : "refused";
    return { row, verdict, fault };
  });
}

function ownFault({ base, quote, value, observedOn }: RateRow, latest: string): RateFault | null {
  const codes = [base, quote];
  if (!codes.every(isCurrency)) return "unknown_currency";
  if (!value.gt(0)) return "not_positive";
  if (observedOn > latest) return "future_day";
  return codes.every((code) => isCurrencyAlive(code, observedOn)) ? null : "currency_not_alive";
}

function rowsOffEurUsd(rows: readonly RateRow[], knowledge: RateKnowledge): readonly RateRow[] {
  return [...groupBy(rows, (row) => row.source)].flatMap(([source, ofSource]) => {
    const policy = knowledge.sources.get(source);
    if (policy === undefined || source === yardstickSource) return [];
    const days = daysOffEurUsd(policy, ofSource, knowledge);
    return ofSource.filter((row) => days.has(row.observedOn));
  });
}

/** Each pair's new rows among what the source said of it before; a new row of a day replaces the known one. */
function waitingRows(rows: readonly RateRow[], at: Date, knowledge: RateKnowledge): RateRow[] {
  const confirms = confirmationBy(knowledge, at);
  const pairOf = ({ source, base, quote }: RateRow): string => `${source}:${base}/${quote}`;
  const known = groupBy(knowledge.rows, pairOf);
  return [...groupBy(rows, pairOf)].flatMap(([pair, ofPair]) => {
    const days = new Set(ofPair.map((row) => row.observedOn));
    const earlier = (known.get(pair) ?? []).filter((row) => !days.has(row.observedOn));
    const jumps = unconfirmedJumps([...earlier, ...ofPair], confirms);
    return ofPair.filter((row) => jumps.has(row));
  });
}
