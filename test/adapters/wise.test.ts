import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { wise } from "../../workers/collector/src/adapters/quotes/wise.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-ma:EUR-MAD", "200");
const parse = (change?: (body: string) => string) => wise.parse([loadAnswer("wise/be-ma-200.json", change)], task);

describe("wise", () => {
  it("asks one guest quote, the amount as the digits it was given", () => {
    expect(wise.plan(visit("be-cd:EUR-USD", "1000.10"))).toEqual([
      {
        method: "POST",
        url: "https://api.wise.com/v3/quotes",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: '{"sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":1000.10,"targetAmount":null,"sourceCountry":"BE","targetCountry":"CD"}',
        acceptStatuses: [422],
      },
    ]);
  });

  it("refuses to be asked two things at once", () => {
    expect(() => wise.plan({ corridors: [corridorOf("be-ma:EUR-MAD")], amounts: ["100", "200"] })).toThrow(DomainError);
  });

  it("reads an option whole: fee inside, every digit of the rate, the stated amount, when it was said", () => {
    expect(parse().quotes.find(({ payIn }) => payIn === "bank_transfer")).toEqual({
      provider: "wise",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: "bank_transfer",
      payOut: "bank_deposit",
      payInCode: "BANK_TRANSFER",
      payOutCode: "BANK_TRANSFER",
      feePlacement: "inside",
      amount: "200",
      fee: "1.9",
      feeSchedule: null,
      rate: "10.81234567890123456",
      payOutFee: null,
      received: "2141.92",
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: "next_day",
      observedAt: "2026-11-20T10:00:00Z",
    });
  });

  it("quotes each canonical pair once, a card scheme's price only where the general one is absent", () => {
    const { quotes, setAside } = parse();
    expect(quotes.map(({ payIn, payInCode, fee, speed }) => [payIn, payInCode, fee, speed])).toEqual([
      ["debit_card", "DEBIT", "3.6", "less_than_one_hour"],
      ["bank_transfer", "BANK_TRANSFER", "1.9", "next_day"],
      ["credit_card", "VISA_CREDIT", "4.4", "same_day"],
    ]);
    expect(setAside).toEqual([]);
  });

  it("lets a card scheme stand in where there is no general price", () => {
    const withoutDebit = (body: string) => body.replace('"DEBIT"', '"MC_BUSINESS_CREDIT"');
    expect(parse(withoutDebit).quotes.find(({ payIn }) => payIn === "debit_card")?.payInCode).toBe(
      "VISA_DEBIT_OR_PREPAID",
    );
  });

  it("keeps a discount apart: the standing fee is without it", () => {
    const withDiscount = (body: string) => body.replace('"payIn": 0, "discount": 0', '"payIn": 0, "discount": 0.95');
    const quote = parse(withDiscount).quotes.find(({ payIn }) => payIn === "bank_transfer");
    expect(quote).toMatchObject({
      fee: "2.85",
      received: null,
      promotion: { rate: null, fee: "1.9", received: "2141.92", upTo: null, eligibility: "not stated by the source" },
    });
  });

  it("ignores what is disabled, for businesses, or for cards issued abroad", () => {
    const options = (body: string) =>
      body
        .replace('"DEBIT"', '"INTERNATIONAL_DEBIT"')
        .replace('"VISA_CREDIT"', '"MC_BUSINESS_CREDIT"')
        .replace('["PERSONAL", "BUSINESS"]', '["BUSINESS"]');
    expect(parse(options)).toMatchObject({ quotes: [{ payInCode: "BANK_TRANSFER" }], setAside: [] });
  });

  it("sets an unknown code aside and keeps the rest", () => {
    const { quotes, setAside } = parse((body) => body.replace('"VISA_CREDIT"', '"BANCONTACT"'));
    expect(quotes.map(({ payIn }) => payIn)).toEqual(["debit_card", "bank_transfer"]);
    expect(setAside).toEqual([{ code: "unknown_pay_in", subject: "BANCONTACT", detail: "pay-in code in no table" }]);
  });

  it("takes 422 for a route that is not offered", () => {
    const refused = { ...loadAnswer("wise/not-offered.json"), status: 422 };
    expect(wise.parse([refused], task)).toEqual({ quotes: [], setAside: [] });
  });

  it.each<[string, (body: string) => string]>([
    ["an answer about another currency", (body) => body.replace('"targetCurrency": "MAD"', '"targetCurrency": "MRU"')],
    ["an option at another amount", (body) => body.replaceAll('"sourceAmount": 200', '"sourceAmount": 500')],
    ["a missing fee", (body) => body.replace('"total": 1.9, ', "")],
    ["a missing discount", (body) => body.replace('"discount": 0, ', "")],
    ["a renamed rate", (body) => body.replace('"rate"', '"midRate"')],
    ["a rate of zero", (body) => body.replace("10.81234567890123456", "0")],
    ["an empty list of options", (body) => body.replace(/"paymentOptions": [\s\S]*/, '"paymentOptions": []}')],
    ["an error with status 200", () => '{"error":"something went wrong"}'],
    ["a page of HTML", () => "<!DOCTYPE html><html></html>"],
    ["a body cut short", (body) => body.slice(0, 900)],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });

  it("names what differs", () => {
    expect(() => wise.parse([answerWith('{"error":"x"}')], task)).toThrow(/rate: .*createdTime: /);
  });
});
