import { surveyWorldAnswer, surveyWorldQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const surveyWorld = defineRoute({
  method: "get",
  path: "/v1/survey/world",
  tag: "survey",
  summary: "What sending cost in the world, by the World Bank's survey",
  description:
    "A quarter at a time: the mean over service rows at USD 200 and 500 of transparent services, senders in Russia left out, as the World Bank publishes it; medians, and the share of corridors above 5 %. With `by` also the means of regions, senders or receivers.",
  request: { query: surveyWorldQuery },
  response: surveyWorldAnswer,
  handler: async ({ query }, { comparison }) => comparison.surveyWorld(query.by),
});
