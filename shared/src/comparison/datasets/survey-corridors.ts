import { datasetContracts, type SurveyCorridorRow } from "../../contracts/index.ts";
import {
  type CorridorStatistics,
  corridorStatistics,
  decimalText,
  groupPrices,
  surveyCorridorOf,
} from "../../domain/index.ts";
import { surveyAttribution, surveyLicence } from "../survey/about-survey.ts";
import { costText } from "../survey/cost-texts.ts";
import { createSurveyPast } from "../survey/survey-past.ts";
import { createListedDataset } from "./listed-dataset.ts";

/** What every corridor cost in every quarter of the survey, by the code that answers for it. */
export const surveyCorridors = createListedDataset({
  contract: datasetContracts["survey-corridors"],
  async *list({ from, to, since, until }, { view }) {
    const past = createSurveyPast(view);
    for (const period of await past.periods()) {
      if ((since !== undefined && period < since) || (until !== undefined && period > until)) continue;
      const prices = await past.prices({ period, sourceCountry: from, destinationCountry: to });
      const corridors = [...groupPrices(prices, surveyCorridorOf)].sort(([one], [other]) => (one < other ? -1 : 1));
      yield corridors.flatMap(([corridor, ofCorridor]) =>
        corridorStatistics(ofCorridor).map((statistics) => rowOf(corridor, statistics)),
      );
    }
  },
});

function rowOf(corridor: string, statistics: CorridorStatistics): SurveyCorridorRow {
  const { cheapest200, cheapest500 } = statistics;
  const [source = "", destination = ""] = corridor.split("-");
  return {
    period: statistics.period,
    corridor,
    source_country: source,
    destination_country: destination,
    services: statistics.services,
    services_500: statistics.services500,
    firms: statistics.firms,
    average_200_pct: costText(statistics.average200Pct),
    average_500_pct: costText(statistics.average500Pct),
    median_200_pct: costText(statistics.median200Pct),
    median_500_pct: costText(statistics.median500Pct),
    smart_like_pct: costText(statistics.smartLikePct),
    cheapest_200_firm: cheapest200?.firm ?? null,
    cheapest_200_pct: cheapest200 && decimalText(cheapest200.totalCostPct),
    cheapest_500_firm: cheapest500?.firm ?? null,
    cheapest_500_pct: cheapest500 && decimalText(cheapest500.totalCostPct),
    licence: surveyLicence,
    attribution: surveyAttribution,
  };
}
