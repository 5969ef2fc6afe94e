import { surveyCorridorsAnswer, surveyCorridorsQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const surveyCorridors = defineRoute({
  method: "get",
  path: "/v1/survey/corridors",
  tag: "survey",
  summary: "All surveyed corridors in one quarter",
  description:
    "Averages, medians and smartLike of every corridor surveyed in the quarter, with the counts behind them.",
  request: { query: surveyCorridorsQuery },
  response: surveyCorridorsAnswer,
  handler: async ({ query }, { comparison }) => comparison.surveyCorridors(query),
});
