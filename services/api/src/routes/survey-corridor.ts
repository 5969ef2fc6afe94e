import { surveyCorridorAnswer, surveyCorridorParams } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const surveyCorridor = defineRoute({
  method: "get",
  path: "/v1/survey/corridors/{corridor}",
  tag: "survey",
  summary: "What a corridor cost over the years, by the World Bank's survey",
  description:
    "Averages, medians, cheapest services and smartLike of every quarter, also by firm type, pay-in, pay-out and speed, with the number of services and firms behind each.",
  request: { params: surveyCorridorParams },
  response: surveyCorridorAnswer,
  handler: async ({ params }, { comparison }) => comparison.surveyCorridor(params.corridor),
});
