import { describe, expect, it } from "@jest/globals";
import {
  concernsOffer,
  decimalText,
  isReceiverLineInForce,
  parseDecimal,
  parseFeeSchedule,
  type ReceiverLine,
  receiverDirection,
  receiverLineAmount,
} from "@openremit/shared/domain";

const tenth = parseFeeSchedule({ tiers: [{ from: "0", flat: "0", pct: "0.1", min: null, max: null }] });

/** A withdrawal fee of 0.1 % for everybody paid into a wallet, of 2026. */
function lineOf(fields: Partial<ReceiverLine> = {}): ReceiverLine {
  return {
    kind: "mobile_money_withdrawal_fee",
    payOuts: ["mobile_wallet"],
    provider: null,
    currency: "KES",
    schedule: tenth,
    band: null,
    since: "2026-01-01",
    until: "2026-12-31",
    ...fields,
  };
}

const amount = (line: ReceiverLine, received: string, places = 2) => {
  const found = receiverLineAmount(line, parseDecimal(received), places);
  return found && decimalText(found);
};

describe("a line on the receiver's side", () => {
  it("rounds a cost up and an incentive down to the minor unit", () => {
    expect(amount(lineOf(), "1001")).toBe("1.01");
    expect(amount(lineOf({ kind: "tax" }), "1001", 0)).toBe("2");
    expect(amount(lineOf({ kind: "incentive" }), "1009")).toBe("1");
    expect(amount(lineOf({ kind: "incentive" }), "1009", 0)).toBe("1");
  });

  it("says nothing where no figure is known", () => {
    expect(amount(lineOf({ schedule: null }), "1000")).toBeNull();
  });

  it("says nothing outside the amounts its schedule speaks of, ends included", () => {
    const line = lineOf({ band: { min: parseDecimal("50"), max: parseDecimal("70000") } });
    expect(["49.99", "50", "70000", "70000.01"].map((received) => amount(line, received))).toEqual([
      null,
      "0.05",
      "70",
      null,
    ]);
  });

  it("is a gain where it is an incentive, else a cost", () => {
    expect([lineOf({ kind: "incentive" }), lineOf({ kind: "tax" })].map(receiverDirection)).toEqual(["gain", "cost"]);
  });

  it("is in force from its first to its last day, or without end", () => {
    const days = ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"];
    expect(days.map((day) => isReceiverLineInForce(lineOf(), day))).toEqual([false, true, true, false]);
    expect(isReceiverLineInForce(lineOf({ until: null }), "2030-01-01")).toBe(true);
  });

  it("concerns its ways of being paid, and one provider where it names one", () => {
    const wallet = { payOut: "mobile_wallet", provider: "wise" } as const;
    expect(concernsOffer(lineOf(), wallet)).toBe(true);
    expect(concernsOffer(lineOf({ provider: "wise" }), wallet)).toBe(true);
    expect(concernsOffer(lineOf({ provider: "remitly" }), wallet)).toBe(false);
    expect(concernsOffer(lineOf(), { ...wallet, payOut: "bank_deposit" })).toBe(false);
    expect(concernsOffer(lineOf(), { ...wallet, payOut: null })).toBe(false);
  });
});
