import type { Comparison } from "@openremit/shared/comparison";
import type { SurveyCorridorAnswer } from "@openremit/shared/contracts";
import { type Corridor, NoFreshDataError, NotCoveredError } from "@openremit/shared/domain";
import countries from "i18n-iso-countries";
import type { SurveyPoint } from "../../chart/series.ts";

export type SurveyOfCorridor = Pick<SurveyCorridorAnswer, "periods" | "attribution">;

/** What the World Bank's survey found between the two countries, whatever was paid out; null where it has nothing. */
export async function readSurvey(
  { sendCountry, receiveCountry }: Corridor,
  comparison: Pick<Comparison, "surveyCorridor">,
): Promise<SurveyOfCorridor | null> {
  const [from, to] = [sendCountry, receiveCountry].map((code) => countries.alpha2ToAlpha3(code));
  if (from === undefined || to === undefined) return null;
  try {
    return (await comparison.surveyCorridor(`${from}-${to}`)).answer;
  } catch (error) {
    // Beside prices of our own, a survey that is missing or out of reach is no reason to show nothing.
    if (error instanceof NotCoveredError || error instanceof NoFreshDataError) return null;
    throw error;
  }
}

/** The quarters that lie within days, as points of a drawing. */
export function surveyPointsOf(survey: SurveyOfCorridor | null, since: string, until: string): SurveyPoint[] {
  if (survey === null) return [];
  return survey.periods.flatMap(({ period, average200Pct }) => {
    const { from, to } = daysOf(period);
    return average200Pct === null || to < since || from > until ? [] : [{ from, to, costPct: average200Pct }];
  });
}

/** First and last day of a quarter such as 2014-Q2. */
function daysOf(period: string): { from: string; to: string } {
  const [year = "", quarter = ""] = period.split("-");
  const days: Record<string, readonly [string, string]> = {
    Q1: ["01-01", "03-31"],
    Q2: ["04-01", "06-30"],
    Q3: ["07-01", "09-30"],
    Q4: ["10-01", "12-31"],
  };
  const [first, last] = days[quarter] ?? ["01-01", "12-31"];
  return { from: `${year}-${first}`, to: `${year}-${last}` };
}
