import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parse } from "lossless-json";
import { parseLossless } from "../../workers/collector/src/adapters/lossless-json.ts";

/** What comes of a text: its value, or that it is refused. */
function outcomeOf(read: (text: string) => unknown, text: string): unknown {
  try {
    return { value: read(text) };
  } catch (error) {
    return { refused: error instanceof SyntaxError, message: error instanceof Error ? error.message : null };
  }
}

const slowly = (text: string) => parse(text, undefined, (digits) => digits);

/** Figures as sources write them, and as they do not. */
const figure = fc.oneof(
  fc.stringMatching(/^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,4})?$/),
  fc.constantFrom("0", "-0", "10.8100", "1e400", "0.1", "9007199254740993", "-0.0", "1E+05", "123456789012345678.90"),
);
const gap = fc.stringMatching(/^[ \t\n\r]{0,2}$/);
const words = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom('1"2', "\\", '\\"', ": 12,", '{"a":1}', "\u2028", "__proto__", "10.8100", "\u0000"),
);
const string = fc.oneof(
  words.map((text) => JSON.stringify(text)),
  fc.constantFrom('"\\u00e9"', '"\\ud83d\\ude00"', '"\\/"', '"\\\\"', '"\\\\\\""', '"12"'),
);

const { json } = fc.letrec<{ json: string; array: string; object: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    figure,
    string,
    fc.constantFrom("true", "false", "null"),
    tie("array"),
    tie("object"),
  ),
  array: fc
    .array(fc.tuple(gap, tie("json"), gap), { maxLength: 4 })
    .map((items) => `[${items.map((item) => item.join("")).join(",")}]`),
  object: fc
    .array(fc.tuple(gap, fc.oneof(string, fc.constantFrom('"a"', '"b"')), gap, fc.constant(":"), gap, tie("json")), {
      maxLength: 4,
    })
    .map((entries) => `{${entries.map((entry) => entry.join("")).join(",")}}`),
}));

describe("the fast reading of JSON", () => {
  it("is what lossless-json reads, digit by digit, key by key", () => {
    fc.assert(
      fc.property(fc.tuple(gap, json, gap), (parts) => {
        const text = parts.join("");
        expect(outcomeOf(parseLossless, text)).toEqual(outcomeOf(slowly, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("accepts and refuses what lossless-json does, in its words, when characters are lost, changed or added", () => {
    const broken = fc
      .tuple(json, fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]:,"\\-+.eE0123 \n/a\u00a0', ""))
      .map(([text, place, lost, added]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + added + text.slice(at + lost);
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(outcomeOf(parseLossless, text)).toEqual(outcomeOf(slowly, text));
      }),
      { numRuns: 5_000 },
    );
  });

  it("reads texts of the characters of JSON in any order as lossless-json does", () => {
    const soup = fc.string({ unit: fc.constantFrom(...'{}[]:,"-.e01 '), maxLength: 12 });
    fc.assert(
      fc.property(soup, (text) => {
        expect(outcomeOf(parseLossless, text)).toEqual(outcomeOf(slowly, text));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ["{1: 2}", "a number for a key"],
    ['{"a": 1, "a": 2}', "a key with two values"],
    ['{"a": -}', "a sign alone"],
    ["[01]", "a leading zero"],
    ['"1', "a string without an end"],
    ["", "nothing"],
  ])("refuses %s: %s", (text) => {
    expect(() => parseLossless(text)).toThrow(SyntaxError);
  });

  it("keeps a key that stands twice with one value, and a key named like the prototype", () => {
    expect(parseLossless('{"a": 1.0, "a": 1.0}')).toEqual({ a: "1.0" });
    expect(Object.entries(parseLossless('{"__proto__": 1.50}') ?? {})).toEqual([["__proto__", "1.50"]]);
  });
});
