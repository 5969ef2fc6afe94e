import { describe, expect, it } from "@jest/globals";
import { createJudge } from "../faults/fuzz/answer-judge.ts";
import { parseOperations } from "../faults/fuzz/described-operations.ts";
import type { Answer } from "../faults/fuzz/send-ask.ts";

const document = {
  openapi: "3.1.0",
  components: { schemas: { Problem: { type: "object", required: ["code"] } } },
  paths: {
    "/v1/{thing}": {
      get: {
        responses: {
          200: { content: { "application/json": { schema: { type: "object", required: ["cost"] } } } },
          404: { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
        },
      },
    },
  },
};
const judge = createJudge(document);
const [operation] = parseOperations(document);

function judged(answer: Partial<Answer>, method = "GET"): string | null {
  if (operation === undefined) throw new Error("no operation");
  const ask = { operation, method, target: "/v1/x", headers: {}, body: null };
  return judge(ask, { status: 200, contentType: "application/json", text: '{"cost":"1"}', ms: 1, ...answer });
}

describe("a judge of answers", () => {
  it("lets pass what the document describes", () => {
    expect(judged({})).toBeNull();
    expect(
      judged({ status: 404, contentType: "application/problem+json; charset=utf-8", text: '{"code":"x"}' }),
    ).toBeNull();
    expect(judged({ status: 405, contentType: "application/problem+json", text: '{"code":"x"}' }, "PUT")).toBeNull();
    expect(judged({ status: 200, contentType: "", text: "" }, "HEAD")).toBeNull();
  });

  it("objects to every 5xx, and to what is described nowhere", () => {
    expect(judged({ status: 500 })).toBe("status 500");
    expect(judged({ status: 503 })).toBe("status 503");
    expect(judged({ status: 302 })).toBe("status 302 is not described");
    expect(judged({ status: 404, contentType: "text/html" })).toBe("status 404 as text/html, which is not described");
    expect(judged({ status: 405, contentType: "text/html" }, "PUT")).toBe("status 405 as text/html, not as a problem");
    expect(judged({ contentType: "text/plain" })).toBe("status 200 as text/plain, which is not described");
  });

  it("objects to a body that is not as its schema says, or broken off", () => {
    expect(judged({ text: "{}" })).toMatch(/must have required property 'cost'/);
    expect(judged({ text: '{"cost"' })).toMatch(/SyntaxError/);
    expect(judged({ status: 404, contentType: "application/problem+json", text: "{}" })).toMatch(/'code'/);
  });
});
