import { providersAnswer } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const providers = defineRoute({
  method: "get",
  path: "/v1/providers",
  tag: "directory",
  summary: "Who moves the money",
  description: "Every provider with its regulators, its status and why, and where prices of it are held now.",
  request: {},
  response: providersAnswer,
  handler: async (_input, { comparison }) => comparison.providers(),
});
