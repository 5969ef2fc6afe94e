import { countsForWorld, type Decimal, parseDecimal, type SurveyPrice } from "../../domain/index.ts";
import {
  type Reading,
  readSurveyFlows,
  readSurveyPeriods,
  readSurveyPrices,
  readSurveyVersion,
  type StoredSurveyPrice,
  type SurveyPricesQuestion,
} from "../../storage/index.ts";
import { asked } from "../past.ts";

/** Weights of corridors: what flows through them in a year, millions of USD. */
export interface SurveyFlows {
  readonly name: string;
  readonly year: string;
  readonly byCorridor: ReadonlyMap<string, Decimal>;
}

/** The survey as the record holds it, or one state of it; NoFreshDataError where PostgreSQL is out of reach. */
export type SurveyPast = ReturnType<typeof createSurveyPast>;

export function createSurveyPast(reading: Reading) {
  return {
    version: () => asked(readSurveyVersion(reading)),
    periods: () => asked(readSurveyPeriods(reading)),
    /** The latest year's flows by corridor, as far as they count for the world; null: none was imported. */
    async flows(): Promise<SurveyFlows | null> {
      const read = await asked(readSurveyFlows(reading));
      if (read === null) return null;
      const byCorridor = read.flows
        .filter(countsForWorld)
        .map(
          ({ sourceCountry, destinationCountry, usdMillions }) =>
            [`${sourceCountry}-${destinationCountry}`, parseDecimal(usdMillions)] as const,
        );
      return { name: read.name, year: read.year, byCorridor: new Map(byCorridor) };
    },
    async prices(question: SurveyPricesQuestion): Promise<readonly SurveyPrice[]> {
      return (await asked(readSurveyPrices(reading, question))).map(parsePrice);
    },
  };
}

function parsePrice(stored: StoredSurveyPrice): SurveyPrice {
  const { totalCostPct } = stored;
  return { ...stored, totalCostPct: totalCostPct === null ? null : parseDecimal(totalCostPct) };
}
