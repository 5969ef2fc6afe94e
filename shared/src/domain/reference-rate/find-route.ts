import { pegOn } from "./pegs.ts";
import type { Peg, RateKnowledge } from "./rate-knowledge.ts";
import { buildRoute, pegStep, type Route } from "./route.ts";
import { dollarFirst, legsOfOneDay, pivotsOf, rowSteps, type SourceRows } from "./row-steps.ts";

export interface RatePair {
  readonly base: string;
  readonly quote: string;
}

/** The rate that official parities alone give on a day: a peg, or two pegs to one anchor. Null where they give none. */
export function findPegRoute({ base, quote }: RatePair, day: string, pegs: readonly Peg[]): Route | null {
  const basePeg = pegOn(base, day, pegs);
  const quotePeg = pegOn(quote, day, pegs);
  if (basePeg?.anchor === quote) return buildRoute([pegStep(basePeg, base)]);
  if (quotePeg?.anchor === base) return buildRoute([pegStep(quotePeg, base)]);
  if (basePeg === null || quotePeg === null || basePeg.anchor !== quotePeg.anchor) return null;
  return buildRoute([pegStep(basePeg, base), pegStep(quotePeg, basePeg.anchor)]);
}

/**
 * The best way from base to quote within one source, over at most two legs (METHOD 4). Where an end is pegged on that
 * day, the official parity times the rate of its anchor; else the newest of the published pair and the crosses, and of
 * equally new ones the pair itself, then the cross through USD. Null where the source has no way.
 */
export function findRoute(
  pair: RatePair,
  source: SourceRows,
  day: string,
  rules: Pick<RateKnowledge, "pegs" | "targetClosedOn">,
): Route | null {
  const overParity = parityRoutes(pair, source, day, rules.pegs);
  return newestRoute(overParity.length > 0 ? overParity : marketRoutes(pair, source, rules));
}

/** A pegged end through its anchor; of two pegged ends the one on the dollar first. */
function parityRoutes({ base, quote }: RatePair, source: SourceRows, day: string, pegs: readonly Peg[]): Route[] {
  const inForce = [pegOn(base, day, pegs), pegOn(quote, day, pegs)].filter((peg) => peg !== null);
  return inForce
    .sort((one, other) => dollarFirst(one.anchor, other.anchor))
    .flatMap((peg) => {
      const isBase = peg.currency === base;
      const [market] = isBase ? rowSteps(source, peg.anchor, quote) : rowSteps(source, base, peg.anchor);
      if (market === undefined) return [];
      const parity = pegStep(peg, isBase ? base : peg.anchor);
      return [buildRoute(isBase ? [parity, market] : [market, parity])];
    });
}

function marketRoutes(
  { base, quote }: RatePair,
  source: SourceRows,
  rules: Pick<RateKnowledge, "targetClosedOn">,
): Route[] {
  const direct = rowSteps(source, base, quote).slice(0, 1);
  const crosses = pivotsOf(base, quote, source).flatMap((pivot) => {
    const legs = legsOfOneDay(rowSteps(source, base, pivot), rowSteps(source, pivot, quote), source, rules);
    return legs === null ? [] : [buildRoute(legs)];
  });
  return [...direct.map((step) => buildRoute([step])), ...crosses];
}

function newestRoute(routes: readonly Route[]): Route | null {
  return routes.reduce<Route | null>(
    (best, route) => (best === null || route.observedOn > best.observedOn ? route : best),
    null,
  );
}
