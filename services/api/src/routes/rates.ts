import { ratesAnswer, ratesQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const rates = defineRoute({
  method: "get",
  path: "/v1/rates",
  tag: "rates",
  summary: "The reference rate of a pair, and how it was found",
  description:
    "Winner, candidates with why they lost, layer, legs, age and disagreement; with `on`, as of the end of that day.",
  request: { query: ratesQuery },
  response: ratesAnswer,
  handler: async ({ query }, { comparison }) => comparison.rates(query),
});
