import type { CalendarsConfig, PegsConfig, RateSourceConfig, RegimesConfig } from "../contracts/index.ts";
import { parseDecimal, type RateKnowledge } from "../domain/index.ts";

interface RateFacts {
  readonly rateSources: ReadonlyMap<string, RateSourceConfig>;
  readonly pegs: PegsConfig;
  readonly regimes: RegimesConfig;
  readonly calendars: CalendarsConfig;
}

/** Everything about reference rates that does not change with the rates themselves (METHOD 4). */
export function buildRateRules(facts: RateFacts): Omit<RateKnowledge, "rows"> {
  const regimeOf = buildRegimeOf(facts);
  return Object.freeze({
    sources: new Map(
      [...facts.rateSources].map(([key, { layer, minimumContributors, publication }]) => [
        key,
        Object.freeze({ key, layer, minimumContributors, publication }),
      ]),
    ),
    pegs: Object.freeze(facts.pegs.pegs.map((peg) => Object.freeze({ ...peg, value: parseDecimal(peg.value) }))),
    majors: new Set(facts.regimes.majors),
    regimeOf,
    targetClosedOn: new Set(facts.calendars.target.closedOn),
  });
}

/**
 * The regime on record for a day: of the entries that had begun, the newest. A currency with a parity in force that day
 * and no regime of its own is hard-pegged; any other floats.
 */
function buildRegimeOf({ pegs, regimes }: RateFacts): RateKnowledge["regimeOf"] {
  const newestFirst = regimes.regimes.toSorted((one, other) => ((one.since ?? "") < (other.since ?? "") ? 1 : -1));
  return (currency, day) => {
    const own = newestFirst.find((entry) => entry.currency === currency && (entry.since ?? day) <= day);
    if (own !== undefined) return own.regime;
    const isPegged = pegs.pegs.some(
      (peg) => peg.currency === currency && peg.since <= day && day <= (peg.until ?? day),
    );
    return isPegged ? "hard_peg" : "float";
  };
}
