import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { nearestPlace, parseAmount, wrongAmount } from "../../../services/web/widget/amounts.ts";

const textOf = (typed: string, like = "200.00") => parseAmount(typed, "EUR", like)?.text ?? null;
const listed = ["50", "140", "200", "500"].flatMap((text) => parseAmount(text, "EUR", "200.00") ?? []);

describe("an amount typed into the widget", () => {
  it("is read as people write it, to the cent", () => {
    const typed = ["137,5", "137.50", "€ 200", "200 EUR", "٢٠٠", "0050", "12.3"];
    expect(typed.map((text) => textOf(text))).toEqual([
      "137.50",
      "137.50",
      "200.00",
      "200.00",
      "200.00",
      "50.00",
      "12.30",
    ]);
    expect(textOf("5000", "200")).toBe("5000");
  });

  it("is none where nobody can know what was meant", () => {
    const typed = ["1.000", "1 000", "-5", "0", "0.00", "1e3", "12.345", "", "<b>5</b>", "1.2.3", "1234567890123"];
    expect(typed.map((text) => textOf(text))).toEqual(typed.map(() => null));
    expect(textOf("5.5", "200")).toBeNull();
  });

  it("is asked for without thousands set apart where they were, and plainly otherwise", () => {
    const whatIsWrong = (typed: string, like: string) => wrongAmount(typed, "EUR", like);
    for (const typed of ["1.000", "1 000", "€ 1,000", "1'000,50"]) {
      expect(whatIsWrong(typed, "200.00")).toBe("amount.thousands");
    }
    for (const typed of ["-5", "0", "", "1e3"]) expect(whatIsWrong(typed, "200.00")).toBe("amount.missing");
    expect(whatIsWrong("1.000", "200")).toBe("amount.thousands");
  });

  it("leads to the nearest of those listed, and of two equally near to the smaller", () => {
    const placeOf = (text: string) => {
      const amount = parseAmount(text, "EUR", "200.00");
      return amount && nearestPlace(amount, listed);
    };
    expect(["1", "95", "95.01", "170", "170.01", "350", "350.01", "99999"].map(placeOf)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  it("leads to no other where it is listed itself", () => {
    const cents = fc.uniqueArray(fc.bigInt({ min: 1n, max: 10_000_000n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(cents, (found) => {
        const amounts = found.sort((a, b) => (a < b ? -1 : 1)).map((minor) => ({ minor, text: "" }));
        for (const [place, amount] of amounts.entries()) expect(nearestPlace(amount, amounts)).toBe(place);
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});
