import { corridorsAnswer, corridorsQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const corridors = defineRoute({
  method: "get",
  path: "/v1/corridors",
  tag: "prices",
  summary: "Corridors, ranked by what they cost",
  description:
    "Every corridor of money at its default amount (the sampled one nearest 200), cheapest median first, with coverage, age and where its mean stands to the 3 % and 5 % lines. The lines are informational: no provider passes or fails either.",
  request: { query: corridorsQuery },
  response: corridorsAnswer,
  handler: async ({ query }, { comparison }) => comparison.corridors(query),
});
