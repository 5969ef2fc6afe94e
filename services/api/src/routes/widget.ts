import { widgetAnswer, widgetParams, widgetQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const widget = defineRoute({
  method: "get",
  path: "/v1/widget/{id}.json",
  tag: "prices",
  summary: "One corridor at several amounts, for the widget on other people's pages",
  description:
    "Ranked offers at the sampled amounts and at round ones between them, each as `/v1/corridors/{id}/offers?pay=` gives it: choosing another amount asks nothing.",
  request: { params: widgetParams, query: widgetQuery },
  response: widgetAnswer,
  handler: async ({ params, query }, { comparison }) => comparison.widget({ corridorId: params.id, ...query }),
});
