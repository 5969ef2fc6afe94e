import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { judgeColour } from "../../../services/web/src/pages/widget/judge-colours.ts";
import { usualColours } from "../../../services/web/src/pages/widget/parse-choice.ts";

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("a host's colours", () => {
  it("are good as the widget brings them", () => {
    expect(judgeColour("text", usualColours).verdict).toBe("good");
    expect(judgeColour("link", usualColours)).toEqual({ ratio: 7.82, verdict: "good", mended: null });
  });

  it("are judged where they are read worst: quiet text in the row of the best option", () => {
    // Black enough for WCAG on white by itself; its quiet shade on the tinted row is not.
    expect(judgeColour("text", { ...usualColours, text: "#595959" })).toEqual({
      ratio: 3.4,
      verdict: "bad",
      mended: "#3d3d3d",
    });
  });

  it("are hopeless on a ground in the middle, where neither black nor white is enough", () => {
    expect(judgeColour("text", { ...usualColours, ground: "#777777" })).toMatchObject({
      verdict: "hopeless",
      mended: null,
    });
    expect(judgeColour("link", { ...usualColours, ground: "#777777" }).verdict).toBe("bad");
  });

  it("are good once they are mended, whatever they were", () => {
    fc.assert(
      fc.property(colours, colours, colours, (text, ground, link) => {
        for (const judged of ["text", "link"] as const) {
          const { verdict, mended } = judgeColour(judged, { text, ground, link });
          expect(mended !== null).toBe(verdict === "bad");
          if (mended !== null)
            expect(judgeColour(judged, { text, ground, link, [judged]: mended }).verdict).toBe("good");
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});
