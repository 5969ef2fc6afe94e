import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  contrastOf,
  isReadable,
  leastContrast,
  mendText,
  readColour,
} from "../../../services/web/src/colours/contrast.ts";

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    // The two greys that WebAIM and the W3C name as the edge of 4.5 on white: one enough, one not.
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.47],
  ])("of %s on %s is %d, as WCAG calculates it", (text, ground, ratio) => {
    expect(contrastOf({ text, ground })).toBe(ratio);
    expect(contrastOf({ text: ground, ground: text })).toBe(ratio);
    expect(isReadable({ text, ground })).toBe(ratio >= 4.5);
  });
});

describe("a colour that cannot be read", () => {
  it("is mended to one that can, whatever the two are", () => {
    fc.assert(
      fc.property(colours, colours, (text, ground) => {
        expect(contrastOf({ text: mendText({ text, ground }), ground })).toBeGreaterThanOrEqual(leastContrast);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it("stays as it is where it can be read, and else changes its lightness only", () => {
    expect(mendText({ text: "#14201c", ground: "#ffffff" })).toBe("#14201c");
    expect(mendText({ text: "#777777", ground: "#ffffff" })).toBe("#747474");
    expect(mendText({ text: "#0a5d4c", ground: "#000000" })).toBe("#0e866e");
    expect(contrastOf({ text: "#0e866e", ground: "#000000" })).toBe(4.65);
  });
});

describe("a colour as it is typed", () => {
  it.each([
    ["#0A5D4C", "#0a5d4c"],
    ["0a5d4c", "#0a5d4c"],
    [" #abc ", "#aabbcc"],
    ["red", null],
    ["#12345", null],
    ["#fff;} * {", null],
    ["", null],
  ])("%j is %j", (typed, colour) => {
    expect(readColour(typed)).toBe(colour);
  });
});
