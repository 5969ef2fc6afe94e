import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  contrastOf,
  leastContrast,
  mendColour,
  mixColours,
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
  });
});

describe("a colour that cannot be read", () => {
  const enoughOn = (ground: string) => (text: string) => contrastOf({ text, ground }) >= leastContrast;

  it("is mended to one that can, whatever the two are", () => {
    fc.assert(
      fc.property(colours, colours, (text, ground) => {
        const mended = mendColour(text, enoughOn(ground));
        expect(contrastOf({ text: mended ?? "", ground })).toBeGreaterThanOrEqual(leastContrast);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it("stays as it is where it can be read, and else changes its lightness only", () => {
    expect(mendColour("#14201c", enoughOn("#ffffff"))).toBe("#14201c");
    expect(mendColour("#777777", enoughOn("#ffffff"))).toBe("#747474");
    expect(mendColour("#0a5d4c", enoughOn("#000000"))).toBe("#0e866e");
    expect(contrastOf({ text: "#0e866e", ground: "#000000" })).toBe(4.65);
  });

  it("is none where nothing is enough", () => {
    expect(mendColour("#777777", () => false)).toBeNull();
  });
});

describe("a mix of colours", () => {
  it.each([
    ["#000000", 74, "#ffffff", "#424242"],
    ["#0a5d4c", 10, "#ffffff", "#e7efed"],
    ["#123456", 100, "#ffffff", "#123456"],
  ])("of %s, %d per cent, and %s is what browsers paint: %s", (one, percent, other, mixed) => {
    expect(mixColours(one, percent, other)).toBe(mixed);
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
