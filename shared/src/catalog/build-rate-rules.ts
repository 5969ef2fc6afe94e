import type { CalendarsConfig, PegsConfig, RateSourceConfig, RegimesConfig } from "../contracts/index.ts";
import { parseDecimal, type RateKnowledge, type RegimeKind } from "../domain/index.ts";

interface RateFacts {
  readonly rateSources: ReadonlyMap<string, RateSourceConfig>;
  readonly pegs: PegsConfig;
  readonly regimes: RegimesConfig;
  readonly calendars: CalendarsConfig;
}

/** Everything about reference rates that does not change with the rates themselves (METHOD 4). */
export function buildRateRules(facts: RateFacts): Omit<RateKnowledge, "rows"> {
  const regimes = latestRegimes(facts);
  return Object.freeze({
    sources: new Map(
      [...facts.rateSources].map(([key, { layer, minimumContributors, publication }]) => [
        key,
        Object.freeze({ key, layer, minimumContributors, publication }),
      ]),
    ),
    pegs: Object.freeze(facts.pegs.pegs.map((peg) => Object.freeze({ ...peg, value: parseDecimal(peg.value) }))),
    majors: new Set(facts.regimes.majors),
    regimeOf: (currency: string) => regimes.get(currency) ?? "float",
    targetClosedOn: new Set(facts.calendars.target.closedOn),
  });
}

/** The newest regime on record; a currency with a parity in force and no regime of its own is hard-pegged. */
function latestRegimes({ pegs, regimes }: RateFacts): ReadonlyMap<string, RegimeKind> {
  const inForce = pegs.pegs.filter(({ until }) => until === null);
  const oldestFirst = regimes.regimes.toSorted((one, other) => (one.since < other.since ? -1 : 1));
  return new Map<string, RegimeKind>([
    ...inForce.map(({ currency }) => [currency, "hard_peg"] as const),
    ...oldestFirst.map(({ currency, regime }) => [currency, regime] as const),
  ]);
}
