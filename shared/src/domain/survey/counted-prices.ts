import { type CountedPrice, type SurveyPrice, surveyCorridorOf } from "./survey-price.ts";

/** From this quarter on no service is called not transparent any more (METHOD 7), and extracts no longer say which are. */
export const allTransparentFrom = "2021-Q4";

/**
 * The prices that enter averages (METHOD 7): those of transparent services, as far as their total is published. Where
 * transparency is not stated, a service counts from 2021 Q4 on, since when every one is transparent. Where both the
 * survey itself and an extract of it hold a corridor's quarter, the extract's rows are the same services again and do not
 * count. The column `counted` of survey-services says the same in SQL.
 */
export function countedPrices(prices: readonly SurveyPrice[]): readonly CountedPrice[] {
  const whole = new Set(prices.filter(({ layout }) => layout !== "extract").map(quarterOf));
  return prices.filter(
    (price): price is CountedPrice =>
      price.totalCostPct !== null &&
      (price.transparent ?? price.period >= allTransparentFrom) &&
      (price.layout !== "extract" || !whole.has(quarterOf(price))),
  );
}

function quarterOf(price: SurveyPrice): string {
  return `${price.period} ${surveyCorridorOf(price)}`;
}
