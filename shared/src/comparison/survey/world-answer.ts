import type { Countries } from "../../catalog/index.ts";
import type { SurveyWorldAnswer, surveyPlaces } from "../../contracts/index.ts";
import {
  type CountedPrice,
  type PlaceStatistics,
  placeStatistics,
  type SurveyPrice,
  smartLikeRule,
  type WeightedAverage,
  type WorldStatistics,
  weightedAverage,
  worldStatistics,
} from "../../domain/index.ts";
import { aboutSurvey, flowsAttribution } from "./about-survey.ts";
import { costText, costTexts } from "./cost-texts.ts";
import type { SurveyFlows } from "./survey-past.ts";

export type SurveyPlaceKind = (typeof surveyPlaces)[number];

/** One quarter of the world and of its places. */
export interface WorldQuarter {
  readonly world: WorldStatistics;
  readonly places: Readonly<Record<SurveyPlaceKind, readonly PlaceStatistics[]>>;
}

/** SDG 10.c.1 takes the third quarter of each year. */
export const indicatorQuarter = "-Q3";

export function buildWorldQuarter(period: string, prices: readonly SurveyPrice[], countries: Countries): WorldQuarter {
  const places = (placeOf: (price: CountedPrice) => string | null) => placeStatistics(prices, placeOf);
  return {
    world: worldStatistics(period, prices),
    places: {
      region: places(({ destinationCountry }) => countries.regionOf(destinationCountry)),
      sender: places(({ sourceCountry }) => sourceCountry),
      receiver: places(({ destinationCountry }) => destinationCountry),
    },
  };
}

interface WorldKnowledge {
  readonly dataVersion: string;
  readonly countries: Countries;
  readonly flows: SurveyFlows | null;
}

export function buildSurveyWorld(
  quarters: readonly WorldQuarter[],
  by: SurveyPlaceKind | undefined,
  { dataVersion, countries, flows }: WorldKnowledge,
): SurveyWorldAnswer {
  const worlds = quarters.map(({ world }) => world);
  return {
    periods: worlds.map((world) => periodView(world, flows)),
    sdg10c1: worlds
      .filter(({ period }) => period.endsWith(indicatorQuarter))
      .map(({ period, average200Pct, services, firms }) => ({
        year: period.slice(0, 4),
        averagePct: costText(average200Pct),
        services,
        firms,
        period,
      })),
    weights: flows && { name: flows.name, year: flows.year, attribution: flowsAttribution },
    places: by === undefined ? null : placesView(quarters, by, countries),
    classification: by === "region" ? countries.classification.title : null,
    smartLikeRule,
    ...aboutSurvey(dataVersion, worlds, worlds.length === 0),
  };
}

function periodView(world: WorldStatistics, flows: SurveyFlows | null): SurveyWorldAnswer["periods"][number] {
  return {
    period: world.period,
    ...costTexts(world),
    smartLikePct: costText(world.smartLikePct),
    corridors: world.corridors,
    corridorsAbove5: world.corridorsAbove5,
    shareAbove5Pct: costText(world.shareAbove5Pct),
    weighted: flows && weightedView(weightedAverage(world.corridorMeans, flows.byCorridor)),
  };
}

function weightedView({ averagePct, corridors, coveredFlowPct }: WeightedAverage) {
  return { average200Pct: costText(averagePct), corridors, coveredFlowPct: costText(coveredFlowPct) };
}

function placesView(quarters: readonly WorldQuarter[], by: SurveyPlaceKind, countries: Countries) {
  const names = new Set(quarters.flatMap(({ places }) => places[by].map(({ place }) => place)));
  return [...names].sort().map((place) => ({
    place,
    name: countries.nameOf(place) ?? place,
    periods: quarters.flatMap(({ world, places }) =>
      places[by]
        .filter((one) => one.place === place)
        .map((one) => ({ period: world.period, corridors: one.corridors, ...costTexts(one) })),
    ),
  }));
}
