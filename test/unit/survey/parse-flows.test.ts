import { describe, expect, it } from "@jest/globals";
import { parseFlows } from "@openremit/publisher";
import { flowsMatrix } from "../../support/survey-flows.ts";
import { countries } from "../../support/survey-scene.ts";

describe("parseFlows", () => {
  it("reads senders down and receivers across, whatever countries are called, and leaves out what is none", () => {
    const text = flowsMatrix({ Belgium: { "Congo, Dem. Rep.": "12", Turkey: " 1,234 ", "Channel Islands": "3" } });
    expect(parseFlows(text, countries)).toEqual({
      flows: [
        { sourceCountry: "BEL", destinationCountry: "TUR", usdMillions: "1234" },
        { sourceCountry: "BEL", destinationCountry: "COD", usdMillions: "12" },
      ],
      unknownNames: ["Channel Islands", "WORLD"],
    });
  });

  it("has no flow where the matrix says nought, a dash or N/A", () => {
    const text = flowsMatrix({ Belgium: { Turkey: "N/A", Morocco: " -   ", Senegal: "0" } });
    expect(parseFlows(text, countries).flows).toEqual([]);
  });

  it.each([
    ["another table", "a,b\n1,2\n", "no row names the countries"],
    ["a word in the place of a flow", flowsMatrix({ Belgium: { Turkey: "much" } }), 'TUR: "much" is no figure'],
    ["a flow below zero", flowsMatrix({ Belgium: { Turkey: "-4" } }), "TUR: below zero"],
    ["a header alone", flowsMatrix({}).split("\n").slice(0, 3).join("\n"), "a header of countries, and no rows"],
  ])("refuses %s", (_, text, problem) => {
    expect(() => parseFlows(text, countries)).toThrow(problem);
  });

  it("refuses a country that is listed twice", () => {
    const text = flowsMatrix({}).replace("\nMorocco,", "\nBelgium,");
    expect(() => parseFlows(text, countries)).toThrow("Belgium is listed twice");
  });
});
