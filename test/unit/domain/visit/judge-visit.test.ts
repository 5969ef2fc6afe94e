import { describe, expect, it } from "@jest/globals";
import { judgeVisit, parseDecimal, type VisitFigures, type VisitGround } from "@openremit/shared/domain";

const d = parseDecimal;
const ground: VisitGround = { reference: d("10.80"), usualReceived: d("2100"), receiveMinorUnits: 2 };
/** 200 and a fee of 5 on top, at 10.50: 2,100 arrive, a margin of 2.78 %. */
const figures: VisitFigures = {
  amount: d("200"),
  fee: d("5"),
  feePlacement: "on_top",
  rate: d("10.50"),
  received: d("2100"),
  payOutFee: null,
};
const judged = (fields: Partial<VisitFigures>, other: Partial<VisitGround> = {}) =>
  judgeVisit({ ...figures, ...fields }, { ...ground, ...other });

describe("a visit whose figures fit", () => {
  it.each<[string, Partial<VisitFigures>]>([
    ["as told", {}],
    ["with the fee taken out of the amount", { feePlacement: "inside", amount: d("205") }],
    ["with a fee at pay-out", { received: d("2080"), payOutFee: d("20") }],
    ["with a rate that the shop rounded", { rate: d("10.5"), received: d("2105") }],
    ["without a rate: what arrives says enough", { rate: null }],
    ["without what arrives: fee and rate say enough", { received: null }],
  ])("%s raises nothing", (_name, fields) => {
    expect(judged(fields)).toEqual([]);
  });
});

describe("an operator looks at", () => {
  it.each<[string, Partial<VisitFigures>, readonly string[]]>([
    ["a sum that fee and rate do not give", { received: d("2150") }, ["does_not_add_up"]],
    ["a fee in the wrong place", { feePlacement: "inside" }, ["does_not_add_up"]],
    ["a fee that eats everything", { fee: d("200"), feePlacement: "inside" }, ["does_not_add_up"]],
    [
      "a rate with a digit wrong",
      { rate: d("1.05"), received: d("210") },
      ["far_from_reference", "far_from_known_prices"],
    ],
    [
      "a rate better than the market by more than 3 %",
      { rate: d("11.2"), received: d("2240") },
      ["far_from_reference"],
    ],
    [
      "a fee with a comma lost",
      { fee: d("190"), feePlacement: "inside", received: d("105") },
      ["far_from_known_prices"],
    ],
    [
      "a sum alone that cannot be",
      { rate: null, received: d("4200") },
      ["far_from_reference", "far_from_known_prices"],
    ],
  ])("%s", (_name, fields, notes) => {
    expect(judged(fields)).toEqual(notes);
  });

  it("what nothing can be held against", () => {
    expect(judged({}, { reference: null, usualReceived: null })).toEqual(["nothing_to_compare"]);
    expect(judged({}, { reference: null })).toEqual([]);
    expect(judged({}, { usualReceived: null })).toEqual([]);
  });

  it("margins beyond the edges of −3 and 15 %, and not at them", () => {
    const rateAt = (marginPct: string) =>
      d("10.80")
        .times(d("100").minus(d(marginPct)))
        .div(100);
    const notesAt = (marginPct: string) => judged({ rate: rateAt(marginPct), received: null }, { usualReceived: null });

    expect(["-3", "-3.01", "15", "15.01"].map(notesAt)).toEqual([
      [],
      ["far_from_reference"],
      [],
      ["far_from_reference"],
    ]);
  });
});
