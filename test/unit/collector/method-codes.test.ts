import { describe, expect, it } from "@jest/globals";
import type { PayIn, PayOut } from "@openremit/shared/domain";
import { chooseOnePerPair, codeTable } from "../../../workers/collector/src/adapters/method-codes.ts";

const payIns = codeTable<PayIn>([
  ["bank_transfer", ["ANY_BANK", "ONE_BANK"]],
  ["credit_card", ["CARD"]],
]);
const payOuts = codeTable<PayOut>([["bank_deposit", ["ACCOUNT", "SOME_ACCOUNTS"]]]);
const option = (payInCode: string, payOutCode: string, fee = "1") => ({ payInCode, payOutCode, fee });
const choose = (...options: ReturnType<typeof option>[]) => chooseOnePerPair(options, payIns, payOuts);

describe("choosing one option per pair", () => {
  it("takes the general code, wherever it stands, and the pay-in before the pay-out", () => {
    const { chosen } = choose(
      option("ONE_BANK", "ACCOUNT"),
      option("ANY_BANK", "SOME_ACCOUNTS", "2"),
      option("CARD", "ACCOUNT", "3"),
    );
    expect(chosen).toEqual([
      { option: option("ANY_BANK", "SOME_ACCOUNTS", "2"), payIn: "bank_transfer", payOut: "bank_deposit" },
      { option: option("CARD", "ACCOUNT", "3"), payIn: "credit_card", payOut: "bank_deposit" },
    ]);
  });

  it("takes the same price said twice as one", () => {
    expect(choose(option("CARD", "ACCOUNT"), option("CARD", "ACCOUNT"))).toMatchObject({
      chosen: [{ payIn: "credit_card" }],
      setAside: [],
    });
  });

  it("sets the pair aside where two prices stand under the chosen codes, not where a better code follows", () => {
    const twice = [option("ONE_BANK", "ACCOUNT", "1"), option("ONE_BANK", "ACCOUNT", "2")];
    expect(choose(...twice)).toMatchObject({ chosen: [], setAside: [{ code: "ambiguous_price" }] });
    expect(choose(...twice, option("ANY_BANK", "ACCOUNT"))).toMatchObject({
      chosen: [{ option: { payInCode: "ANY_BANK" } }],
      setAside: [],
    });
  });

  it("says each unknown code once, both of an option", () => {
    const { chosen, setAside } = choose(option("X", "ACCOUNT"), option("X", "Y"), option("", "ACCOUNT"));
    expect(chosen).toEqual([]);
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([
      ["unknown_pay_in", "X"],
      ["unknown_pay_out", "Y"],
      ["unknown_pay_in", "(empty)"],
    ]);
  });
});
