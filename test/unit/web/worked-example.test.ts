import { describe, expect, it } from "@jest/globals";
import { parseDecimal } from "@openremit/shared/domain";
import { exampleGround, shops, workShop } from "../../../services/web/src/pages/kit/worked-example.ts";

const decimal = parseDecimal;

describe("the exercise of the workshop", () => {
  it.each(Object.entries(shops))("adds up line by line, as a group does on paper: shop %s", (_name, seen) => {
    const worked = workShop(seen);
    if (worked === null) throw new Error("the exercise has no answer");
    const { checked, converted, worth } = worked;
    const { pay, fee, received, cost, ratePart, costPct } = checked;
    expect(decimal(pay).minus(fee).eq(converted)).toBe(true);
    expect(decimal(converted).times(seen.rate).eq(received)).toBe(true);
    expect(decimal(received).div(exampleGround.reference).minus(worth).abs().lte("0.005")).toBe(true);
    expect(decimal(pay).minus(worth).eq(cost)).toBe(true);
    expect(decimal(fee).plus(ratePart).eq(cost)).toBe(true);
    expect(decimal(cost).div(pay).times(100).minus(costPct).abs().lte("0.005")).toBe(true);
  });

  it("teaches what it says: the shop without a fee takes more", () => {
    const [a, b] = [workShop(shops.a), workShop(shops.b)];
    expect([a?.checked.fee, a?.checked.cost, a?.checked.costPct]).toEqual(["5.00", "8.61", "4.31"]);
    expect([b?.checked.fee, b?.checked.cost, b?.checked.costPct]).toEqual(["0.00", "12.04", "6.02"]);
  });

  it("has no answer where the fee leaves nothing", () => {
    expect(workShop({ ...shops.a, fee: "200" })).toBeNull();
  });
});
