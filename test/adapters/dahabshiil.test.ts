import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { dahabshiil } from "../../workers/collector/src/adapters/quotes/dahabshiil.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-ke:EUR-KES", "200");
const [bank, wallet] = ["bank", "wallet"].map((type) => loadAnswer(`dahabshiil/be-ke-200-${type}.json`));
const readCash = (change?: (body: string) => string) => {
  if (bank === undefined || wallet === undefined) throw new Error("a fixture is gone");
  return dahabshiil.parse([loadAnswer("dahabshiil/be-ke-200-cash.json", change), bank, wallet], task);
};

describe("dahabshiil", () => {
  it("asks for cash first, with the amount to the cent and without a word on who asks", () => {
    expect(dahabshiil.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://apigw-us.dahabshiil.com/remit/transaction/get-charges-anonymous?source_country_code=BE&destination_country_iso2=KE&amount_type=SOURCE&amount=200.00&destination_currency=KES&type=Cash+Collection",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("then asks for the other ways of paying out, and for none where the first answer is alien", () => {
    const follow = (body: string) => dahabshiil.follow?.([answerWith(body)], task) ?? [];
    const asked = follow(wallet?.body ?? "").map(({ url }) => new URL(url).searchParams.get("type"));
    expect(asked).toEqual(["Bank Deposit", "Mobile Wallet"]);
    expect(() => follow("<html></html>")).toThrow(SourceShapeError);
  });

  it("reads charges whole: fee on top, numbers and numeric strings alike", () => {
    const { quotes, proofs } = readCash();
    expect(quotes[0]).toEqual({
      provider: "dahabshiil",
      corridor: corridorOf("be-ke:EUR-KES"),
      payIn: null,
      payOut: "cash_pickup",
      payInCode: null,
      payOutCode: "Cash Collection",
      feePlacement: "on_top",
      amount: "200",
      fee: "6.0",
      feeSchedule: null,
      rate: "147.25",
      payOutFee: null,
      received: "29450.0",
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: null,
      observedAt: null,
    });
    expect(proofs).toEqual([0, 1]);
  });

  it("claims no standing price where the rate is not the base rate", () => {
    expect(readCash().quotes[1]).toMatchObject({
      payOut: "bank_deposit",
      fee: null,
      rate: null,
      received: null,
      priceKind: "promotion",
      promotion: { rate: "151.6", fee: "4.0", received: "30320.0", upTo: null },
    });
  });

  it("sets a way of paying out aside that it is not told a price for", () => {
    expect(readCash().setAside).toEqual([
      { code: "unpriced_option", subject: "Mobile Wallet", detail: 'status "Failed"' },
    ]);
  });

  it("takes it for a failure where nothing has a price: nobody knows how it says not offered", () => {
    const failed = loadAnswer("dahabshiil/be-ke-200-wallet.json");
    expect(() => dahabshiil.parse([failed, failed, failed], task)).toThrow(SourceShapeError);
  });

  it("sets charges aside that are more than their parts", () => {
    const { quotes, setAside } = readCash((body) => body.replace('"total_charges": 6.0', '"total_charges": 7.0'));
    expect(quotes.map(({ payOut }) => payOut)).toEqual(["bank_deposit"]);
    expect(setAside[0]).toMatchObject({ code: "unexplained_charge", subject: "Cash Collection" });
  });

  it.each([
    ["another amount", '"source_amount": 200.0', '"source_amount": 100.0'],
    ["another sender's currency", '"source_currency": "EUR"', '"source_currency": "USD"'],
    ["another pay-out currency", '"destination_currency": "KES"', '"destination_currency": "USD"'],
    ["a renamed field", '"base_rate"', '"baseRate"'],
    ["a rate of zero", '"rate": 147.25', '"rate": 0'],
    ["a fee below zero", '"commission": 5.5', '"commission": -5.5'],
    ["no charges", '"charges"', '"fees"'],
  ])("refuses %s", (_what, before, after) => {
    expect(() => readCash((body) => body.replace(before, after))).toThrow(SourceShapeError);
  });

  it("refuses more answers than it asks for", () => {
    const cash = loadAnswer("dahabshiil/be-ke-200-cash.json");
    expect(() => dahabshiil.parse([cash, cash, cash, cash], task)).toThrow(DomainError);
  });
});
