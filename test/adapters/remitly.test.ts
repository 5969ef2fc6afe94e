import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { remitly } from "../../workers/collector/src/adapters/quotes/remitly.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-ma:EUR-MAD", "150");
const parse = (change?: (body: string) => string) =>
  remitly.parse([loadAnswer("remitly/be-ma-150.json", change)], task);
const urlOf = (corridor: string) => remitly.plan(visit(corridor, "150"))[0]?.url;

describe("remitly", () => {
  it("asks one estimate, countries in three letters", () => {
    expect(remitly.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://api.remitly.io/v3/calculator/estimate?conduit=BEL%3AEUR-MAR%3AMAD&anchor=SEND&amount=150&purpose=OTHER&customer_segment=UNRECOGNIZED&strict_promo=false",
        headers: { accept: "application/json" },
      },
    ]);
    expect(urlOf("be-xk:EUR-EUR")).toContain("conduit=BEL%3AEUR-XKX%3AEUR");
    expect(() => urlOf("be-zz:EUR-EUR")).toThrow(DomainError);
  });

  it("reads an estimate whole: fee on top, the base rate standing, the promotion apart", () => {
    expect(parse().quotes[0]).toEqual({
      provider: "remitly",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: "debit_card",
      payOut: "cash_pickup",
      payInCode: "DEBIT",
      payOutCode: "CASH_PICKUP",
      feePlacement: "on_top",
      amount: "150",
      fee: "3.49",
      feeSchedule: null,
      rate: "10.42",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: {
        rate: "10.81",
        fee: "0",
        received: "1621.50",
        upTo: "800.00",
        eligibility:
          "New customers only. The better rate holds for the first 800,00 EUR. See Terms and Conditions for details.",
      },
      speed: null,
      observedAt: null,
    });
  });

  it("takes the stated amount as standing where there is no promotion, with every digit of the rate", () => {
    expect(parse().quotes.find(({ payOut }) => payOut === "bank_deposit")).toMatchObject({
      fee: "1.49",
      rate: "10.421234567890123456",
      received: "1563.18",
      promotion: null,
    });
  });

  it("keeps a discount on the fee apart from the standing fee", () => {
    expect(parse().quotes.find(({ payOut }) => payOut === "card")).toMatchObject({
      fee: "1.99",
      promotion: { rate: null, fee: "0.99", received: "1563.00", upTo: null },
    });
  });

  it("quotes each canonical pair once, the general wallet before the direct one", () => {
    const { quotes, setAside } = parse();
    expect(quotes.map(({ payOut, payOutCode }) => [payOut, payOutCode])).toEqual([
      ["cash_pickup", "CASH_PICKUP"],
      ["mobile_wallet", "MOBILE_WALLET"],
      ["bank_deposit", "BANK_DEPOSIT"],
      ["card", "PUSH_TO_CARD"],
    ]);
    expect(setAside).toEqual([]);
  });

  it("sets two different prices under the same codes aside", () => {
    const { quotes, setAside } = parse((body) => body.replace('"PUSH_TO_CARD"', '"BANK_DEPOSIT"'));
    expect(quotes.map(({ payOut }) => payOut)).toEqual(["cash_pickup", "mobile_wallet"]);
    expect(setAside).toEqual([
      {
        code: "ambiguous_price",
        subject: "DEBIT/BANK_DEPOSIT",
        detail: "two different prices under the same codes",
      },
    ]);
  });

  it("sets an estimate without a pay-out method aside, and can do without other pay-outs and without disclaimer", () => {
    expect(remitly.parse([loadAnswer("remitly/be-ma-150-no-method.json")], task)).toEqual({
      quotes: [],
      setAside: [{ code: "unknown_pay_out", subject: "(empty)", detail: "pay-out code in no table" }],
    });
  });

  it("sets an option aside whose charge holds more than amount, fee and discount", () => {
    const taxed = (body: string) => body.replace('"total_charge_amount": "151.49"', '"total_charge_amount": "153.00"');
    const { quotes, setAside } = parse(taxed);
    expect(quotes.map(({ payOutCode }) => payOutCode)).toContain("DIRECT_TO_PHONE");
    expect(setAside).toMatchObject([{ code: "unexplained_charge", subject: "DEBIT/MOBILE_WALLET" }]);
  });

  it.each<[string, (body: string) => string]>([
    ["an answer about another conduit", (body) => body.replace('"MAR"', '"DZA"')],
    ["an answer at another amount", (body) => body.replace('"send_amount": "150.00"', '"send_amount": "100.00"')],
    ["a missing base rate", (body) => body.replace('"base_rate": "10.42",', "")],
    [
      "a missing promotional rate, whose amount would pass for a standing one",
      (body) => body.replace('"promotional_exchange_rate"', '"welcome_rate"'),
    ],
    ["a fee that is not a number", (body) => body.replace('"3.49"', '"free"')],
    ["an error with status 200", () => '[{"error_key":"INVALID_CONDUIT","message":"no such conduit"}]'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });
});
