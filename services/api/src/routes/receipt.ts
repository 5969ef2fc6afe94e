import { receiptAnswer, receiptParams } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const receipt = defineRoute({
  method: "get",
  path: "/v1/offers/{quoteId}/receipt",
  tag: "prices",
  summary: "What proves a price",
  description:
    "Every revision of the observation as published, the visit that saw it, and the hashes of request and answer.",
  request: { params: receiptParams },
  response: receiptAnswer,
  handler: async ({ params }, { comparison }) => comparison.receipt(params.quoteId),
});
