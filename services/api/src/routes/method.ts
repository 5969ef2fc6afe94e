import { readFileSync } from "node:fs";
import { constantly } from "@openremit/shared/serving";
import { defineRoute } from "../define-route.ts";

/** The page that stands in the repository, found through the package it belongs to. */
const page = new URL("../../docs/method.md", import.meta.resolve("@openremit/shared/domain"));

export const method = defineRoute({
  method: "get",
  path: "/v1/method",
  tag: "data",
  summary: "How every figure is made",
  description: "The method: formulas, what may be ranked, reference rates, statistics.",
  request: {},
  response: { contentType: "text/markdown; charset=utf-8", description: "Markdown" },
  handler: async () => constantly(readFileSync(page, "utf8")),
});
