export { type CorridorStatistics, corridorStatistics, type SurveyGroup } from "./corridor-statistics.ts";
export { type CheapestService, type CostSummary, costSummary } from "./cost-summary.ts";
export { allTransparentFrom, countedPrices } from "./counted-prices.ts";
export { groupPrices } from "./group-prices.ts";
export { smartLike, smartLikeRule } from "./smart-like.ts";
export { surveyEquivalents } from "./survey-equivalents.ts";
export { type CountedPrice, type SurveyPrice, surveyCorridorOf } from "./survey-price.ts";
export { type PublishedCost, totalDiffers } from "./total-differs.ts";
export * from "./vocabulary.ts";
export { type WeightedAverage, weightedAverage } from "./weighted-average.ts";
export {
  countsForWorld,
  type PlaceStatistics,
  placeStatistics,
  type WorldStatistics,
  worldStatistics,
} from "./world-statistics.ts";
