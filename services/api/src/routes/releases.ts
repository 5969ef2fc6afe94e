import { releasesAnswer } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const releases = defineRoute({
  method: "get",
  path: "/v1/releases",
  tag: "data",
  summary: "Frozen versions of all datasets, to cite",
  description: "The newest first: what each is, how many rows were added, revised and withdrawn, licence and citation.",
  request: {},
  response: releasesAnswer,
  handler: async (_input, { comparison }) => comparison.releases(),
});
