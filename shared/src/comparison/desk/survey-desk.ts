import type { SurveyCorridorAnswer, SurveyCorridorsAnswer, SurveyWorldAnswer } from "../../contracts/index.ts";
import { NotCoveredError } from "../../domain/index.ts";
import type { Answered } from "../answered.ts";
import type { SurveyCorridorsQuestion } from "../questions.ts";
import { buildSurveyCorridor, buildSurveyCorridors } from "../survey/corridor-answers.ts";
import type { WorldKeeper } from "../survey/keep-world-quarters.ts";
import type { SurveyPast } from "../survey/survey-past.ts";
import { buildSurveyWorld, type SurveyPlaceKind } from "../survey/world-answer.ts";
import type { Desk } from "./create-desk.ts";

/** Questions about the World Bank's survey: history of its own, never mixed into today's ranking (METHOD 3, 7). */
export function createSurveyDesk(desk: Desk, survey: SurveyPast, world: Pick<WorldKeeper, "current">) {
  const { countries } = desk.catalog;
  function answered<Answer>(answer: Answer, version: string): Answered<Answer> {
    return desk.answered(answer, version, [], { changesAt: null, visitDue: null });
  }

  return {
    async surveyWorld(by: SurveyPlaceKind | undefined): Promise<Answered<SurveyWorldAnswer>> {
      const { version, quarters, flows } = await world.current();
      return answered(buildSurveyWorld(quarters, by, { dataVersion: version, countries, flows }), version);
    },

    async surveyCorridors({ period, from, to }: SurveyCorridorsQuestion): Promise<Answered<SurveyCorridorsAnswer>> {
      const version = await survey.version();
      const periods = await survey.periods();
      const asked = period ?? periods.at(-1) ?? null;
      if (period !== undefined && !periods.includes(period)) {
        throw new NotCoveredError(`${period} was not surveyed, or is not imported.`, {
          details: { errors: [{ parameter: "period", message: `one of ${periods.join(", ")}` }] },
        });
      }
      const prices =
        asked === null ? [] : await survey.prices({ period: asked, sourceCountry: from, destinationCountry: to });
      return answered(buildSurveyCorridors(asked, prices, version), version);
    },

    async surveyCorridor(corridor: string): Promise<Answered<SurveyCorridorAnswer>> {
      const version = await survey.version();
      const [sourceCountry, destinationCountry] = corridor.split("-");
      const prices = await survey.prices({ sourceCountry, destinationCountry });
      if (prices.length === 0) throw new NotCoveredError(`The survey as it is imported does not cover ${corridor}.`);
      return answered(buildSurveyCorridor(corridor, prices, version), version);
    },
  };
}
