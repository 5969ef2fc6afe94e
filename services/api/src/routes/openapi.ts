import { constantly } from "@openremit/shared/serving";
import { defineRoute } from "../define-route.ts";

export const openapi = defineRoute({
  method: "get",
  path: "/openapi.json",
  tag: "service",
  summary: "This API as OpenAPI 3.1",
  description: "Made from the schemas that validate; the same document is committed in the repository.",
  request: {},
  response: { contentType: "application/json; charset=utf-8", description: "OpenAPI 3.1" },
  handler: async (_input, { openApiText }) => constantly(openApiText()),
});
