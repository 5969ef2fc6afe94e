import { parseDecimal, type SurveyPrice } from "../../domain/index.ts";
import {
  type Database,
  readSurveyPeriods,
  readSurveyPrices,
  readSurveyVersion,
  type StoredSurveyPrice,
  type SurveyPricesQuestion,
} from "../../storage/index.ts";
import { asked } from "../past.ts";

/** The survey as the record holds it; NoFreshDataError where PostgreSQL is out of reach. */
export type SurveyPast = ReturnType<typeof createSurveyPast>;

export function createSurveyPast(database: Database) {
  return {
    version: () => asked(readSurveyVersion(database)),
    periods: () => asked(readSurveyPeriods(database)),
    async prices(question: SurveyPricesQuestion): Promise<readonly SurveyPrice[]> {
      return (await asked(readSurveyPrices(database, question))).map(parsePrice);
    },
  };
}

function parsePrice(stored: StoredSurveyPrice): SurveyPrice {
  const { totalCostPct } = stored;
  return { ...stored, totalCostPct: totalCostPct === null ? null : parseDecimal(totalCostPct) };
}
