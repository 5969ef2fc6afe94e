import { describe, expect, it } from "@jest/globals";
import { findSlowPatterns } from "../../gates/find-slow-patterns.ts";

const file = (pattern: string) => [{ path: "services/x.ts", text: `export const x = ${pattern};` }];

describe("a regular expression", () => {
  it("that a text can keep busy for ever is a problem, whatever is said of it", () => {
    const problem = ["services/x.ts: /^(a+)+$/ is vulnerable (exponential)"];

    expect(findSlowPatterns(file("/^(a+)+$/"), {})).toEqual(problem);
    expect(findSlowPatterns(file("/^(a+)+$/"), { "services/": "short" })).toEqual([
      ...problem,
      "services/: has no slow pattern any more; take it out of the list",
    ]);
  });

  it("whose time grows with the square of a text needs a reason", () => {
    expect(findSlowPatterns(file("/\\s+$/"), {})).toEqual(["services/x.ts: /\\s+$/ is vulnerable (polynomial)"]);
    expect(findSlowPatterns(file("/\\s+$/"), { "services/": "short" })).toEqual([]);
  });

  it("that is quick on every text is none", () => {
    expect(findSlowPatterns(file("/^[a-z]{2}-[a-z]{2}$/"), {})).toEqual([]);
  });
});
