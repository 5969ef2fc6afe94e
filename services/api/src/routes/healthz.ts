import { healthzAnswer } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const healthz = defineRoute({
  method: "get",
  path: "/healthz",
  tag: "service",
  summary: "The process is alive",
  description: "Says nothing about the parts behind it; see /readyz.",
  request: {},
  response: healthzAnswer,
  handler: async () => ({ status: 200 as const, answer: { status: "alive" as const } }),
});
