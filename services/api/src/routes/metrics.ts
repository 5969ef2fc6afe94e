import { defineRoute } from "../define-route.ts";

export const metrics = defineRoute({
  method: "get",
  path: "/metrics",
  tag: "service",
  summary: "Figures for Prometheus",
  description: "Counts by route template; nothing about who asked what.",
  request: {},
  response: { contentType: "text/plain; version=0.0.4; charset=utf-8", description: "Prometheus text format" },
  handler: async (_input, context) => ({ status: 200 as const, answer: await context.metrics.metrics() }),
});
