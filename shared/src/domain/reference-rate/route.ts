import { Decimal } from "../decimal.ts";
import type { Peg, RateRow } from "./rate-knowledge.ts";
import type { RateLeg } from "./reference-rate.ts";

/**
 * Digits kept of a derived rate, rounded half-up: METHOD 2 asks for 8 or more, and 20 keep an inverse of an inverse equal
 * far beyond any published digit while the text stays short enough to be sent. A published figure keeps its own digits.
 */
const derivedDigits = 20;

/** A step before it is put into a route: which published figure or parity it uses and whether it divides by it. */
export interface RouteStep {
  readonly base: string;
  readonly quote: string;
  readonly figure: Decimal;
  readonly divides: boolean;
  readonly how: RateLeg["how"];
  readonly source: string;
  readonly observedOn: string;
  /** The row behind an observed step; null for a parity. */
  readonly row: RateRow | null;
}

/** A way from base to quote over at most two steps. */
export interface Route {
  readonly value: Decimal;
  readonly legs: readonly RateLeg[];
  readonly rows: readonly RateRow[];
  /** The oldest publication day among its rows; of parities alone, the day since which all of them hold. */
  readonly observedOn: string;
}

/** A row walked in its published direction, or against it: inverted at use, never stored so (METHOD 4). */
export function rowStep(row: RateRow, from: string): RouteStep {
  const divides = row.base !== from;
  return {
    base: from,
    quote: divides ? row.base : row.quote,
    figure: row.value,
    divides,
    how: divides ? "inverted" : "published",
    source: row.source,
    observedOn: row.observedOn,
    row,
  };
}

/** An official parity walked from the anchor to its currency, or back. */
export function pegStep(peg: Peg, from: string): RouteStep {
  const divides = peg.currency === from;
  return {
    base: from,
    quote: divides ? peg.anchor : peg.currency,
    figure: peg.value,
    divides,
    how: "peg",
    source: "peg",
    observedOn: peg.since,
    row: null,
  };
}

/** Multiplies what multiplies, divides once by what divides, and rounds half-up to 20 digits where anything was derived. */
export function buildRoute(steps: readonly RouteStep[]): Route {
  const one = new Decimal(1);
  const product = (divides: boolean): Decimal =>
    steps.filter((step) => step.divides === divides).reduce((value, step) => value.times(step.figure), one);
  const derived = steps.length > 1 || steps.some((step) => step.divides);
  const value = product(false).div(product(true));
  const rows = steps.flatMap((step) => (step.row === null ? [] : [step.row]));
  const days = (rows.length > 0 ? rows : steps).map((each) => each.observedOn).sort();
  return {
    value: derived ? value.toSignificantDigits(derivedDigits) : value,
    legs: steps.map(stepLeg),
    rows,
    observedOn: (rows.length > 0 ? days[0] : days.at(-1)) ?? "",
  };
}

function stepLeg({ source, base, quote, figure, divides, observedOn, how }: RouteStep): RateLeg {
  const value = divides ? new Decimal(1).div(figure).toSignificantDigits(derivedDigits) : figure;
  return { source, base, quote, value, observedOn, how };
}
