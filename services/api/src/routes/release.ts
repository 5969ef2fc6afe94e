import { releaseAnswer, releaseParams } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const release = defineRoute({
  method: "get",
  path: "/v1/releases/{id}",
  tag: "data",
  summary: "One frozen version and its files",
  description: "Every file with its size, hash and number of rows, and what the version was made of.",
  request: { params: releaseParams },
  response: releaseAnswer,
  handler: async ({ params }, { comparison }) => comparison.release(params.id),
});
