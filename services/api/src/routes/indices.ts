import { corridorParams, indexAnswer, indexQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const indices = defineRoute({
  method: "get",
  path: "/v1/indices/{id}",
  tag: "prices",
  summary: "What a corridor costs day by day, as an index",
  description:
    "Mean, median and the cheapest three of the standing offers at the World Bank survey's equivalents of USD 200 and 500 (EUR 140 and 345), with the number of offers, providers and sources behind each.",
  request: { params: corridorParams, query: indexQuery },
  response: indexAnswer,
  handler: async ({ params, query }, { comparison }) => comparison.index({ corridorId: params.id, ...query }),
});
