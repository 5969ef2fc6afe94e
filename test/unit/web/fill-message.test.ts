import { describe, expect, it } from "@jest/globals";
import { IntlMessageFormat } from "intl-messageformat";
import { createFill } from "../../../services/web/src/words/fill-message.ts";

const fillOf = (text: string) => createFill(new IntlMessageFormat(text, "en"), (value) => value);

describe("filling a message without ICU", () => {
  it.each([
    ["1 {base} = {value} {quote}", { base: "EUR", value: "10.80", quote: "MAD" }],
    ["{name}", { name: "Wise" }],
    ["it''s '{'{count}'}' # <", { count: 3 }],
  ])("gives what ICU gives: %s", (text, values) => {
    expect(fillOf(text)?.(values)).toBe(new IntlMessageFormat(text, "en").format(values));
  });

  it.each(["{count, plural, one {#} other {#}}", "<b>{name}</b>", "{count, number}", "{kind, select, other {x}}"])(
    "leaves to ICU what it alone can: %s",
    (text) => {
      expect(fillOf(text)).toBeNull();
    },
  );

  it("says so where a value is missing", () => {
    expect(() => fillOf("{name} and {other}")?.({ name: "Wise" })).toThrow("lacks the value");
  });
});
