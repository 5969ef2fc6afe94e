import { type ReadyzAnswer, readyzAnswer } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

const missing = {
  redis: "out of reach, or being filled again: what was last read is served, with a warning",
  postgres: "out of reach: history and receipts cannot be answered",
  book: "latest prices were never read yet",
} as const;

export const readyz = defineRoute({
  method: "get",
  path: "/readyz",
  tag: "service",
  summary: "Everything behind the API answers",
  description: "503 with the part that is missing. The API goes on serving what it holds meanwhile.",
  request: {},
  response: readyzAnswer,
  handler: async (_input, { comparison }) => {
    const health = await comparison.health();
    const parts = (["redis", "postgres", "book"] as const).map((name): ReadyzAnswer["parts"][number] => ({
      name,
      up: health[name],
      detail: health[name] ? "answers" : missing[name],
    }));
    const isReady = parts.every(({ up }) => up);
    return {
      status: isReady ? (200 as const) : (503 as const),
      answer: { status: isReady ? ("ready" as const) : ("not_ready" as const), parts },
    };
  },
});
