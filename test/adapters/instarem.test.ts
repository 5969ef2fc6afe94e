import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { instarem } from "../../workers/collector/src/adapters/quotes/instarem.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-ph:EUR-PHP", "140");
const methods = (change?: (body: string) => string) => loadAnswer("instarem/be-ph-methods.json", change);
const [debit, applePay] = ["debit", "apple-pay"].map((way) => loadAnswer(`instarem/be-ph-140-${way}.json`));
const parse = (change?: (body: string) => string) => {
  if (debit === undefined || applePay === undefined) throw new Error("fixtures are missing");
  return instarem.parse([methods(), loadAnswer("instarem/be-ph-140-bank.json", change), debit, applePay], task);
};
const idsOf = (change?: (body: string) => string) =>
  (instarem.follow?.([methods(change)], task) ?? []).map(({ url }) =>
    new URL(url).searchParams.get("instarem_bank_account_id"),
  );

describe("instarem", () => {
  it("asks first which ways of paying in there are", () => {
    expect(instarem.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://www.instarem.com/api/v1/public/payment-method/fee?source_currency=EUR&source_amount=140&destination_currency=PHP&country_code=BE",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("then asks a price for each way it understands", () => {
    expect(instarem.follow?.([methods()], task)[0]).toEqual({
      method: "GET",
      url: "https://www.instarem.com/api/v1/public/transaction/computed-value?source_currency=EUR&destination_currency=PHP&instarem_bank_account_id=12&country_code=BE&source_amount=140",
      headers: { accept: "application/json" },
    });
    expect(idsOf()).toEqual(["12", "13", "14"]);
  });

  it("asks the general way of a pay-in, whichever stands first", () => {
    expect(idsOf((body) => body.replace('"iDEAL"', '"PayNow"'))).toEqual(["12", "13", "14"]);
    expect(idsOf((body) => body.replace('"iDEAL"', '"Bank Transfer"').replace('"Apple Pay"', '"PayNow"'))).toEqual([
      "11",
      "13",
    ]);
  });

  it("reads a price whole: the regular fee and rate stand, the first transfer's are a promotion", () => {
    const { quotes, proofs } = parse();
    expect(quotes[0]).toEqual({
      provider: "instarem",
      corridor: corridorOf("be-ph:EUR-PHP"),
      payIn: "bank_transfer",
      payOut: null,
      payInCode: "Bank Transfer",
      payOutCode: null,
      feePlacement: "inside",
      amount: "140",
      fee: "0.7",
      feeSchedule: null,
      rate: "67.6",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: {
        rate: "67.7",
        fee: "0",
        received: "9478",
        upTo: null,
        eligibility: "first Instarem transaction",
      },
      speed: null,
      observedAt: null,
    });
    expect(proofs).toEqual([1, 2, 3]);
  });

  it("takes the stated amount as standing where nothing is promotional, with the card's own fee inside", () => {
    expect(parse().quotes[1]).toMatchObject({ payIn: "debit_card", fee: "1.26", received: "9378.83", promotion: null });
  });

  it("keeps the card's fee in a promotion that waives another", () => {
    expect(parse().quotes[2]).toMatchObject({
      payIn: "wallet_pay",
      fee: "1.54",
      received: null,
      promotion: { rate: null, fee: "0.84", received: "9407.22" },
    });
  });

  it("does not name an eligibility that the source does not", () => {
    const anybody = (body: string) =>
      body.replace('"first_instarem_transaction": true', '"first_instarem_transaction": false');
    expect(parse(anybody).quotes[0]?.promotion?.eligibility).toBe("not stated by the source");
  });

  it("sets ways of paying in aside whose words are in no table", () => {
    expect(parse().setAside).toEqual([
      { code: "unknown_pay_in", subject: "iDEAL", detail: "pay-in words in no table" },
    ]);
  });

  it("takes an empty list for a route not offered", () => {
    const empty = loadAnswer("instarem/no-methods.json");
    expect(instarem.follow?.([empty], task)).toEqual([]);
    expect(instarem.parse([empty], task)).toEqual({ quotes: [], proofs: [], setAside: [] });
  });

  it.each<[string, string, (body: string) => string]>([
    [
      "a refusal",
      "not_priced",
      (body) => body.replace('"source_validation": ""', '"source_validation": "Minimum is 200 EUR"'),
    ],
    ["a tax", "unexplained_charge", (body) => body.replace('"net_tax_amount": 0', '"net_tax_amount": 1.2')],
    [
      "a fee outside the amount",
      "unexplained_amount",
      (body) => body.replace('"transaction_fee_amount": 0', '"transaction_fee_amount": 2'),
    ],
    [
      "a rate the other way round",
      "unexplained_amount",
      (body) => body.replace('"instarem_fx_rate": 67.7', '"instarem_fx_rate": 0.0148'),
    ],
  ])("sets a way with %s aside, and keeps the others", (_what, code, change) => {
    const { quotes, proofs, setAside } = parse(change);
    expect(quotes.map(({ payIn }) => payIn)).toEqual(["debit_card", "wallet_pay"]);
    expect(proofs).toEqual([2, 3]);
    expect(setAside).toContainEqual(expect.objectContaining({ code, subject: "Bank Transfer" }));
  });

  it.each<[string, (body: string) => string]>([
    ["an answer about another sender", (body) => body.replace('"country_code": "BE"', '"country_code": "SG"')],
    [
      "an answer about another currency",
      (body) => body.replace('"destination_currency": "PHP"', '"destination_currency": "INR"'),
    ],
    ["an answer at another amount", (body) => body.replace('"gross_source_amount": 140', '"gross_source_amount": 100')],
    [
      "a missing regular fee, so that a promotion would stand",
      (body) => body.replace('"regular_transaction_fee_amount"', '"usual_fee"'),
    ],
    ["a missing regular rate", (body) => body.replace('"regular_instarem_fx_rate"', '"usual_rate"')],
    ["a negative fee", (body) => body.replace('"payment_method_fee_amount": 0', '"payment_method_fee_amount": -1')],
    [
      "a fee of more digits than money has",
      (body) => body.replace('"transaction_fee_amount": 0', `"transaction_fee_amount": 0.${"1".repeat(25)}`),
    ],
    ["empty data", () => '{"success":true,"data":[]}'],
    ["an error with status 200", () => '{"success":false,"message":"try later"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });

  it("refuses a list of another shape, and prices that are missing", () => {
    expect(() => instarem.follow?.([answerWith('{"success":false}')], task)).toThrow(SourceShapeError);
    expect(() => instarem.parse([methods()], task)).toThrow(DomainError);
  });
});
