import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { paysend } from "../../workers/collector/src/adapters/quotes/paysend.ts";
import { corridorOf } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const task = { corridors: [corridorOf("be-ma:EUR-MAD")], amounts: ["140", "500"] };
const parse = (change?: (body: string) => string, file = "paysend/be-ma.json") =>
  paysend.parse([loadAnswer(file, change)], task);
const urlOf = (corridor: string) => paysend.plan({ corridors: [corridorOf(corridor)], amounts: ["500"] })[0]?.url;

describe("paysend", () => {
  it("asks one page a corridor, without a session of its own making", () => {
    expect(paysend.plan(task)).toEqual([
      {
        method: "POST",
        url: "https://paysend.com/api/en-be/send-money/from-belgium-to-morocco?fromCurrId=978&toCurrId=504&isFrom=true",
        headers: { accept: "application/json" },
      },
    ]);
    expect(urlOf("us-tr:USD-TRY")).toContain("/en-us/send-money/from-the-united-states-of-america-to-turkey?");
  });

  it("reads the shown amount whole: fee inside, every digit of the rate", () => {
    const { quotes } = parse();
    expect(quotes.find(({ amount, payOut }) => amount === "500" && payOut === "card")).toEqual({
      provider: "paysend",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: null,
      payOut: "card",
      payInCode: null,
      payOutCode: "visa",
      feePlacement: "inside",
      amount: "500",
      fee: "1.5",
      feeSchedule: null,
      rate: "10.51234567890123",
      payOutFee: null,
      received: "5240.4",
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: null,
      observedAt: null,
    });
  });

  it("knows the rate and not the fee at every other amount", () => {
    expect(parse().quotes.filter(({ amount }) => amount === "140")).toMatchObject([
      { payOut: "card", payOutCode: "visa", rate: "10.51234567890123", fee: null, received: null },
      { payOut: "bank_deposit", payOutCode: "account", rate: "10.51234567890123", fee: null, received: null },
    ]);
  });

  it("sets ways of paying out aside that no vocabulary has, of this country alone", () => {
    expect(parse().setAside).toEqual([
      { code: "unknown_pay_out", subject: "cashpoint", detail: "pay-out code in no table" },
    ]);
  });

  it("never takes a new customer's price for a standing one", () => {
    const { quotes } = parse(undefined, "paysend/be-ma-promotion.json");
    expect(quotes).toHaveLength(4);
    for (const quote of quotes)
      expect(quote).toMatchObject({ priceKind: "promotion", rate: null, fee: null, received: null });
    expect(quotes.find(({ amount }) => amount === "500")?.promotion).toEqual({
      rate: "10.51234567890123",
      fee: "1.5",
      received: "5240.4",
      upTo: null,
      eligibility: "NEW_CUSTOMER",
    });
    expect(quotes.find(({ amount }) => amount === "140")?.promotion).toMatchObject({ fee: null, received: null });
  });

  it.each<[string, (body: string) => string]>([
    ["a fee on top", (body) => body.replace("5240.4", "5256.17")],
    ["a rate the other way round", (body) => body.replace("10.51234567890123", "0.0951")],
  ])("sets a page aside that shows %s", (_what, change) => {
    const { quotes, setAside } = parse(change);
    expect(quotes).toEqual([]);
    expect(setAside).toMatchObject([{ code: "unexplained_amount", subject: "commission" }]);
  });

  it.each<[string, (body: string) => string]>([
    ["a page about other currencies", (body) => body.replace("10.5123 MAD", "10.5123 TRY")],
    ["a page that does not list the receiving country", (body) => body.replace('"code": "MA"', '"code": "DZ"')],
    ["a page that does not list the sending country", (body) => body.replace('"code": "BE"', '"code": "FR"')],
    ["a page with an error", (body) => body.replace('"errorMessage": null', '"errorMessage": "Not available"')],
    ["a missing rate", (body) => body.replace('"convertRate"', '"rate"')],
    ["a missing word on promotions", (body) => body.replaceAll('"promoForPayment"', '"promo"')],
    ["a negative fee", (body) => body.replace('"fee": 1.5', '"fee": -1.5')],
    ["an error with status 200", () => '{"error":"E1","message":"session expired"}'],
    ["a page of HTML", () => "<!DOCTYPE html><html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });
});
