import { corridorParams, historyAnswer, historyQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const history = defineRoute({
  method: "get",
  path: "/v1/corridors/{id}/history",
  tag: "prices",
  summary: "What a corridor cost over time",
  description:
    "Mean, median and cheapest effective cost of the standing offers per day, week or month at one sampled amount, with the counts behind them. Promotions never enter a statistic.",
  request: { params: corridorParams, query: historyQuery },
  response: historyAnswer,
  handler: async ({ params, query }, { comparison }) => comparison.history({ corridorId: params.id, ...query }),
});
