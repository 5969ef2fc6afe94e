import { corridorAnswer, corridorParams, corridorQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const corridor = defineRoute({
  method: "get",
  path: "/v1/corridors/{id}",
  tag: "prices",
  summary: "One corridor: currencies, methods, providers, freshness and regime",
  description: "What is known now, per pay-out currency: USD and CDF pay-outs in Congo are two corridors of money.",
  request: { params: corridorParams, query: corridorQuery },
  response: corridorAnswer,
  handler: async ({ params, query }, { comparison }) => comparison.corridor({ corridorId: params.id, ...query }),
});
