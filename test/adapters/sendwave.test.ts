import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { sendwave } from "../../workers/collector/src/adapters/quotes/sendwave.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

type Change = (body: string) => string;

const task = visit("be-ma:EUR-MAD", "150");
const twoAmounts = { corridors: [corridorOf("be-ma:EUR-MAD")], amounts: ["150", "500"] };
const places = "sendCountryIso2=be&receiveCountryIso2=ma&sendCurrency=EUR&receiveCurrency=MAD";
const headers = { accept: "application/json", "accept-language": "en" };

const segments = (change?: Change) => loadAnswer("sendwave/be-ma-segments.json", change);
const cash = (change?: Change) => loadAnswer("sendwave/be-ma-150-cash.json", change);
const bank = (change?: Change) => loadAnswer("sendwave/be-ma-150-bank.json", change);
const beyondLimit = { ...loadAnswer("sendwave/be-ma-500-limit.json"), status: 400 };
const parse = (change?: Change) => sendwave.parse([segments(), cash(change), bank()], task);

describe("sendwave", () => {
  it("asks for the ways of paying out first", () => {
    const url = `https://app.sendwave.com/v2/pricing-segments?${places}`;
    expect(sendwave.plan(task)).toEqual([{ method: "GET", url, headers }]);
    expect(() => sendwave.plan({ corridors: [], amounts: ["150"] })).toThrow(DomainError);
  });

  it("then for the best-priced partner of each known one, at every amount", () => {
    const requests = sendwave.follow?.([segments()], twoAmounts) ?? [];
    const asked = (amount: string, segment: string) =>
      `https://app.sendwave.com/v2/pricing-public?amountType=SEND&amount=${amount}&${places}&segmentName=${segment}`;
    expect(requests.map(({ url }) => url)).toEqual([
      asked("150.00", "ma_atlascash"),
      asked("150.00", "ma_rif_bank"),
      asked("500.00", "ma_atlascash"),
      asked("500.00", "ma_rif_bank"),
    ]);
    expect(requests[0]).toMatchObject({ method: "GET", headers, acceptStatuses: [400] });
    expect(() => sendwave.follow?.([answerWith("<html></html>")], task)).toThrow(SourceShapeError);
  });

  it("reads a price whole: fee on top, the base price standing, the campaign apart", () => {
    const { quotes, proofs } = parse();
    expect(quotes[0]).toEqual({
      provider: "sendwave",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: null,
      payOut: "cash_pickup",
      payInCode: null,
      payOutCode: "ma_atlascash",
      feePlacement: "on_top",
      amount: "150",
      fee: "1.99",
      feeSchedule: null,
      rate: "10.41234",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: {
        rate: "10.59976",
        fee: "0.00",
        received: "1589.96",
        upTo: null,
        eligibility: "Intro Rate Discount",
      },
      speed: null,
      observedAt: null,
    });
    expect(proofs).toEqual([1, 2]);
  });

  it("takes the stated amount as standing where no campaign applies", () => {
    const standing = { payOut: "bank_deposit", fee: "0.99", rate: "10.52000", received: "1578.00", promotion: null };
    expect(parse().quotes[1]).toMatchObject(standing);
  });

  it("takes a bonus for a promotion, whose amount is no standing one", () => {
    const bonus: Change = (body) => body.replace('"sendBonusAmount": "0"', '"sendBonusAmount": "5.00"');
    const { quotes } = sendwave.parse([segments(), cash(), bank(bonus)], task);
    expect(quotes[1]).toMatchObject({
      received: null,
      promotion: { rate: null, fee: "0.99", received: "1578.00", eligibility: "not stated by the source" },
    });
  });

  it("says which ways of paying out it does not know, and where partners differ in price", () => {
    expect(parse().setAside).toEqual([
      {
        code: "prices_differ_by_partner",
        subject: "cash",
        detail: "partners differ in price; the one read is the best, ma_atlascash",
      },
      { code: "unknown_pay_out", subject: "barter", detail: "pay-out code in no table" },
    ]);
  });

  it("has no price beyond the corridor's limit, and keeps the others", () => {
    const dearer = loadAnswer("sendwave/be-ma-500-cash.json");
    const { quotes, proofs } = sendwave.parse([segments(), cash(), bank(), dearer, beyondLimit], twoAmounts);
    expect(quotes.map(({ amount, payOut }) => [amount, payOut])).toEqual([
      ["150", "cash_pickup"],
      ["150", "bank_deposit"],
      ["500", "cash_pickup"],
    ]);
    expect(proofs).toEqual([1, 2, 3]);
  });

  it("has no prices where there is no way of paying out", () => {
    const none = loadAnswer("sendwave/no-segments.json");
    expect(sendwave.follow?.([none], task)).toEqual([]);
    expect(sendwave.parse([none], task)).toEqual({ quotes: [], setAside: [], proofs: [] });
  });

  it("reads a recording of one price without segment, whose way of paying out nobody says", () => {
    const { quotes, proofs } = sendwave.parse([bank()], task);
    expect(quotes).toMatchObject([{ payOut: null, payOutCode: null, rate: "10.52000", received: "1578.00" }]);
    expect(proofs).toEqual([0]);
  });

  it("sets a price aside whose charge holds more than amount and fee", () => {
    const { quotes, setAside } = parse((body) => body.replace('"payAmount": "150.00"', '"payAmount": "151.50"'));
    expect(quotes.map(({ payOut }) => payOut)).toEqual(["bank_deposit"]);
    expect(setAside).toContainEqual({
      code: "unexplained_charge",
      subject: "ma_atlascash",
      detail: "to pay 151.50 is not 150 and the fee of 0.00",
    });
  });

  it.each<[string, Change]>([
    ["a price at another amount", (body) => body.replace('"baseSendAmount": "150.00"', '"baseSendAmount": "100.00"')],
    ["a missing base rate", (body) => body.replace('"baseExchangeRate": "10.41234",', "")],
    [
      "a missing campaign rate, whose amount would pass for a standing one",
      (body) => body.replace('"effectiveExchangeRate"', '"finalExchangeRate"'),
    ],
    ["a fee that is not a number", (body) => body.replace('"baseFeeAmount": "1.99"', '"baseFeeAmount": "free"')],
    ["an error with status 200", () => '{"code":"invalid-session"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });

  it("refuses a bad request for another reason, a pay-out that comes twice and a visit cut short", () => {
    const bad = { ...answerWith('{"code":"missing-parameters"}'), status: 400 };
    expect(() => sendwave.parse([segments(), bad, bank()], task)).toThrow(SourceShapeError);
    const twice = segments((body) => body.replace('"payoutMethod": "bank"', '"payoutMethod": "cash"'));
    expect(() => sendwave.follow?.([twice], task)).toThrow(SourceShapeError);
    expect(() => sendwave.parse([segments(), cash()], task)).toThrow(DomainError);
  });
});
