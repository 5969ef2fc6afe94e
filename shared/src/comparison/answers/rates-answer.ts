import type { Catalog } from "../../catalog/index.ts";
import type { RatesAnswer, Warning } from "../../contracts/index.ts";
import { decimalText, displayPct, type RateCandidate, type RateLeg, type ReferenceRate } from "../../domain/index.ts";
import type { RatesQuestion } from "../questions.ts";
import { buildAttributions } from "./attributions.ts";
import { buildReferenceView, rateValueText, shortText } from "./reference-view.ts";

interface RatesKnowledge {
  readonly catalog: Pick<Catalog, "quoteSources" | "rateSources">;
  readonly rate: ReferenceRate;
  readonly simulated: boolean;
  readonly dataVersion: string;
  readonly warnings: readonly Warning[];
}

/** The reference rate with everything that could have answered, and why it did not (METHOD 4). */
export function buildRatesAnswer({ base, quote, on }: RatesQuestion, knowledge: RatesKnowledge): RatesAnswer {
  const { rate, simulated, dataVersion } = knowledge;
  const { source, layer, observedOn, status, ageDays, missedPublications, regime, reason } = rate;
  return {
    base,
    quote,
    on: on ?? null,
    simulated,
    dataVersion,
    value: rate.value && rateValueText(rate, rate.value),
    source,
    layer,
    observedOn,
    status,
    ageDays,
    missedPublications,
    regime,
    disagreementPct: rate.disagreementPct && displayPct(rate.disagreementPct),
    reason,
    legs: rate.legs.map(legView),
    candidates: rate.candidates.map(candidateView),
    attributions: buildAttributions(
      rate.candidates.map((candidate) => candidate.source),
      knowledge.catalog,
    ),
    warnings: [...knowledge.warnings, ...buildReferenceView(rate, true).warnings],
  };
}

function legView({ source, base, quote, value, observedOn, how }: RateLeg) {
  const text = how === "inverted" ? shortText(value) : decimalText(value);
  return { source, base, quote, value: text, observedOn, how };
}

function candidateView({ source, layer, value, observedOn, legs, outcome, lost }: RateCandidate) {
  return { source, layer, value: rateValueText({ legs }, value), observedOn, legs: legs.map(legView), outcome, lost };
}
