import { describe, expect, it } from "@jest/globals";
import { parseDecimal, roundAmounts } from "@openremit/shared/domain";

const textsOf = (...sampled: string[]) => roundAmounts(sampled.map(parseDecimal)).map(String);

describe("amounts to choose from", () => {
  it("are those sampled and the round ones between them", () => {
    expect(textsOf("50", "140", "200", "345", "500", "1000")).toEqual([
      "50",
      "100",
      "140",
      "150",
      "200",
      "250",
      "300",
      "345",
      "400",
      "500",
      "750",
      "1000",
    ]);
  });

  it("never lie outside what was sampled", () => {
    expect(textsOf("345", "140")).toEqual(["140", "345"]);
    expect(textsOf("500", "5000")).toEqual(["500", "1000", "1500", "2000", "2500", "3000", "4000", "5000"]);
  });

  it("are none where nothing was sampled", () => {
    expect(textsOf()).toEqual([]);
  });
});
