import type { Answer } from "@openremit/shared/http";
import type { SourceAnswer } from "../adapters/adapter.ts";

/** What an adapter may see of an answer. */
export function toSourceAnswer(answer: Answer): SourceAnswer {
  return {
    url: answer.request.url,
    status: answer.status,
    contentType: answer.contentType,
    body: answer.body.toString("utf8"),
    bodySha256: answer.bodySha256,
  };
}
