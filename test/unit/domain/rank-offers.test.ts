import { describe, expect, it } from "@jest/globals";
import { parseDecimal, type Rankable, rankForBudget, rankForReceived } from "@openremit/shared/domain";

const offer = (
  figures: Partial<Omit<Rankable, "pay" | "received">> & { pay?: string; received?: string },
): Rankable => ({
  speed: null,
  providerName: "A",
  payIn: null,
  payOut: null,
  ...figures,
  pay: parseDecimal(figures.pay ?? "200"),
  received: parseDecimal(figures.received ?? "2000"),
});

describe("a ranking", () => {
  it("puts first what arrives most", () => {
    const [less, more] = [offer({ received: "1999.99" }), offer({ received: "2000.00" })];
    expect(rankForBudget([less, more])).toEqual([more, less]);
  });

  it("puts first what costs least, where the amount received is given", () => {
    const [dear, cheap] = [offer({ pay: "203" }), offer({ pay: "202.99" })];
    expect(rankForReceived([dear, cheap])).toEqual([cheap, dear]);
  });

  it.each([rankForBudget, rankForReceived])(
    "breaks ties by speed, name, pay-in and pay-out, unknown last (%p)",
    (rank) => {
      const expected = [
        offer({ speed: "less_than_one_hour", providerName: "Z" }),
        offer({ speed: "six_days_or_more", providerName: "Y" }),
        offer({ providerName: "B", payIn: "bank_transfer", payOut: "bank_deposit" }),
        offer({ providerName: "B", payIn: "bank_transfer", payOut: "cash_pickup" }),
        offer({ providerName: "B", payIn: "bank_transfer" }),
        offer({ providerName: "B", payIn: "debit_card", payOut: "bank_deposit" }),
        offer({ providerName: "B" }),
        offer({ providerName: "Z" }),
        offer({ providerName: "a" }),
        offer({ providerName: "É" }),
      ];
      expect(rank([...expected].reverse())).toEqual(expected);
    },
  );

  it("leaves its argument alone", () => {
    const offers = [offer({ received: "1" }), offer({ received: "2" })];
    const before = [...offers];
    rankForBudget(offers);
    expect(offers).toEqual(before);
  });
});
