import { describe, expect, it } from "@jest/globals";
import { readRate } from "../../../services/web/src/question/read-rate.ts";
import { readSeenOffer } from "../../../services/web/src/question/read-seen-offer.ts";

const limits = { sendCurrency: "EUR", receiveCurrency: "XOF", mostPaid: "1000000", mostReceived: "100000000000" };
const typed = { amount: "200", fee: "0", rate: "655,957", received: "", placement: "on_top" };

describe("what somebody reads off a counter", () => {
  it("is taken as typed: comma or point, one of rate and arrival", () => {
    expect(readSeenOffer({ ...typed, amount: " 199,50 €", fee: "4.9" }, limits)).toEqual({
      seen: { amount: "199.5", fee: "4.9", rate: "655.957", received: null, feePlacement: "on_top" },
      wrong: null,
    });
    expect(readSeenOffer({ ...typed, rate: "", received: "131191", placement: "inside" }, limits)).toMatchObject({
      seen: { rate: null, received: "131191", feePlacement: "inside" },
    });
  });

  it.each([
    [{ amount: "" }, { amount: "missing" }],
    [{ amount: "1.000" }, { amount: "thousands" }],
    [{ amount: "0" }, { amount: "zero" }],
    [{ fee: "" }, { fee: "missing" }],
    [{ fee: "free" }, { fee: "not_a_number" }],
    [{ rate: "" }, { rate: "no_rate" }],
    [{ rate: "ten" }, { rate: "not_a_number" }],
    [{ rate: "ten", received: "131191" }, { rate: "not_a_number" }],
    [{ rate: "", received: "131191.5" }, { received: "decimals" }],
    [{ fee: "200", placement: "inside" }, { fee: "fee_takes_all" }],
    [
      { amount: "x", fee: "y", rate: "z", received: "a" },
      {
        amount: "not_a_number",
        fee: "not_a_number",
        rate: "not_a_number",
        received: "not_a_number",
      },
    ],
  ] as const)("%j is wrong in %j", (fields, wrong) => {
    expect(readSeenOffer({ ...typed, ...fields }, limits)).toEqual({ seen: null, wrong });
  });

  it.each([
    ["10,81", "10.81"],
    ["655.957", "655.957"],
    ["٦٥٥٫٩٥٧", "655.957"],
    ["10.8100 MAD", "10.81"],
    ["4120", "4120"],
    ["1,234.5", null],
    ["-3", null],
    ["1e3", null],
    ["0.00", null],
  ])("a rate of %s is %s", (text, rate) => {
    expect(readRate(text, "MAD").rate).toBe(rate);
  });
});
