import { sourcesAnswer } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const sources = defineRoute({
  method: "get",
  path: "/v1/sources",
  tag: "directory",
  summary: "Where prices are learnt, and how each source is doing",
  description:
    "Last visit, last success, missed visits, pauses and why, open issues: silence and failure are visible here.",
  request: {},
  response: sourcesAnswer,
  handler: async (_input, { comparison }) => comparison.sources(),
});
