import { describe, expect, it } from "@jest/globals";
import { suggestName } from "@openremit/shared/runtime";

const known = ["pay", "receive", "payIn", "payOut", "maxDays", "at", "from", "to"];

describe("the name that may have been meant", () => {
  it.each([
    ["pay_in", "payIn"],
    ["maxdays", "maxDays"],
    ["form", "from"],
    ["recieve", "receive"],
    ["pays", "pay"],
    ["on", null],
    ["day", "pay"],
    ["to_", "to"],
    ["amount", null],
    ["x".repeat(10_000), null],
  ])("%s → %s", (typed, name) => expect(suggestName(typed, known)).toBe(name));
});
