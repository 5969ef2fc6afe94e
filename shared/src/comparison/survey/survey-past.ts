import { parseDecimal, type SurveyPrice } from "../../domain/index.ts";
import {
  type Reading,
  readSurveyPeriods,
  readSurveyPrices,
  readSurveyVersion,
  type StoredSurveyPrice,
  type SurveyPricesQuestion,
} from "../../storage/index.ts";
import { asked } from "../past.ts";

/** The survey as the record holds it, or one state of it; NoFreshDataError where PostgreSQL is out of reach. */
export type SurveyPast = ReturnType<typeof createSurveyPast>;

export function createSurveyPast(reading: Reading) {
  return {
    version: () => asked(readSurveyVersion(reading)),
    periods: () => asked(readSurveyPeriods(reading)),
    async prices(question: SurveyPricesQuestion): Promise<readonly SurveyPrice[]> {
      return (await asked(readSurveyPrices(reading, question))).map(parsePrice);
    },
  };
}

function parsePrice(stored: StoredSurveyPrice): SurveyPrice {
  const { totalCostPct } = stored;
  return { ...stored, totalCostPct: totalCostPct === null ? null : parseDecimal(totalCostPct) };
}
