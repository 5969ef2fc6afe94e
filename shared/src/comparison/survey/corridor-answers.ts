import type { SurveyCorridorAnswer, SurveyCorridorsAnswer } from "../../contracts/index.ts";
import {
  type CorridorStatistics,
  corridorStatistics,
  groupPrices,
  type SurveyGroup,
  type SurveyPrice,
  smartLikeRule,
  surveyCorridorOf,
} from "../../domain/index.ts";
import { aboutSurvey } from "./about-survey.ts";
import { cheapestText, costText, costTexts } from "./cost-texts.ts";

/** One corridor, quarter by quarter. */
export function buildSurveyCorridor(
  corridor: string,
  prices: readonly SurveyPrice[],
  dataVersion: string,
): SurveyCorridorAnswer {
  const periods = corridorStatistics(prices);
  return {
    corridor,
    periods: periods.map(periodView),
    smartLikeRule,
    ...aboutSurvey(dataVersion, periods, prices.length === 0),
  };
}

function periodView(statistics: CorridorStatistics): SurveyCorridorAnswer["periods"][number] {
  return {
    period: statistics.period,
    ...costTexts(statistics),
    smartLikePct: costText(statistics.smartLikePct),
    cheapest200: cheapestText(statistics.cheapest200),
    cheapest500: cheapestText(statistics.cheapest500),
    by: {
      firmType: statistics.byFirmType.map(groupView),
      payIn: statistics.byPayIn.map(groupView),
      payOut: statistics.byPayOut.map(groupView),
      speed: statistics.bySpeed.map(groupView),
    },
  };
}

function groupView(group: SurveyGroup) {
  return { value: group.value, ...costTexts(group) };
}

/** All corridors of one quarter. */
export function buildSurveyCorridors(
  period: string | null,
  prices: readonly SurveyPrice[],
  dataVersion: string,
): SurveyCorridorsAnswer {
  const byCorridor = groupPrices(prices, surveyCorridorOf);
  const corridors = [...byCorridor].flatMap(([corridor, ofCorridor]) =>
    corridorStatistics(ofCorridor).map((statistics) => ({ corridor, statistics })),
  );
  corridors.sort((one, other) => (one.corridor < other.corridor ? -1 : 1));
  const statistics = corridors.map((one) => one.statistics);
  return {
    period,
    corridors: corridors.map((one) => ({
      corridor: one.corridor,
      ...costTexts(one.statistics),
      smartLikePct: costText(one.statistics.smartLikePct),
    })),
    smartLikeRule,
    ...aboutSurvey(dataVersion, statistics, period === null),
  };
}
