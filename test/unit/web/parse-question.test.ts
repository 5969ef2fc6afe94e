import { describe, expect, it } from "@jest/globals";
import { choiceOf, mayBeThousands, parseQuestion } from "../../../services/web/src/parse-question.ts";
import { corridorOf } from "../../support/quote-task.ts";

const corridors = ["be-cd:EUR-USD", "be-cd:EUR-CDF", "be-ma:EUR-MAD"].map(corridorOf);
const read = (search: string) => parseQuestion(new URLSearchParams(search), corridors);

describe("what the page is asked", () => {
  it("is the first corridor and 200 where the address says nothing", () => {
    expect(read("")).toEqual({ corridor: corridors[0], pay: "200" });
    expect(read("corridor=be-ma.MAD&pay=")).toEqual({ corridor: corridors[2], pay: "200" });
  });

  it("tells the currencies of one country apart", () => {
    expect(read("corridor=be-cd.CDF")?.corridor).toEqual(corridors[1]);
    expect(corridors.map(choiceOf)).toEqual(["be-cd.USD", "be-cd.CDF", "be-ma.MAD"]);
  });

  it.each([
    ["199,50", "199.50"],
    [" 350 ", "350"],
    ["0", "0"],
    ["-5", "-5"],
    ["1,000", "1,000"],
    ["1,000.50", "1,000.50"],
    ["two hundred", "two hundred"],
  ])("takes %j for %j and leaves it to the comparison what an amount is", (typed, pay) => {
    expect(read(`pay=${encodeURIComponent(typed)}`)?.pay).toBe(pay);
  });

  it.each([
    ["be-ma:EUR-MAD", "1.000", true],
    ["be-ma:EUR-MAD", "1,000", true],
    ["be-ma:EUR-MAD", "12 000", true],
    ["be-ma:EUR-MAD", "1000", false],
    ["be-ma:EUR-MAD", "199.50", false],
    ["kw-in:KWD-INR", "12.500", false],
  ])("of %s at %s: may be thousands is %s", (key, pay, expected) => {
    expect(mayBeThousands({ corridor: corridorOf(key), pay })).toBe(expected);
  });

  it.each(["", "be-ma", "be-ma.USD", "BE-MA.MAD", "<b>"])("is nothing at all for the corridor %j", (corridor) => {
    expect(read(`corridor=${encodeURIComponent(corridor)}`)).toBeNull();
  });

  it("is nothing where no corridor is enabled", () => {
    expect(parseQuestion(new URLSearchParams(), [])).toBeNull();
  });
});
