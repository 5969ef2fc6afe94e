import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { koronapay } from "../../workers/collector/src/adapters/quotes/koronapay.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-uz:EUR-UZS", "140");
const list = loadAnswer("koronapay/be-uz-info.json");
const cash = loadAnswer("koronapay/be-uz-140-cash.json");
const readCard = (change?: (body: string) => string, file = "koronapay/be-uz-140-card.json") =>
  koronapay.parse([list, loadAnswer(file, change), cash], task);

describe("koronapay", () => {
  it("asks first which ways there are, countries in three letters", () => {
    expect(koronapay.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://koronapay.com/api/transfers/tariffs/info?sendingCountryId=BEL&receivingCountryId=UZB&forTransferRepeat=false&paymentMethod=debitCard",
        headers: { accept: "application/vnd.cft-data.v2.152+json" },
      },
    ]);
  });

  it("then asks a price for each way that holds at the amount, in minor units and ISO digits", () => {
    const requests = koronapay.follow?.([list], task) ?? [];
    expect(requests[0]).toEqual({
      method: "GET",
      url: "https://koronapay.com/api/transfers/tariffs?sendingCountryId=BEL&receivingCountryId=UZB&sendingCurrencyId=978&receivingCurrencyId=860&sendingAmount=14000&paymentMethod=debitCard&receivingMethod=card&paidNotificationEnabled=false",
      headers: { accept: "application/vnd.cft-data.v2.152+json" },
    });
    expect(requests.map(({ url }) => new URL(url).searchParams.get("receivingMethod"))).toEqual(["card", "cash"]);
    const more = koronapay.follow?.([list], visit("be-uz:EUR-UZS", "500")) ?? [];
    expect(more.map(({ url }) => new URL(url).searchParams.get("receivingMethod"))).toEqual(["card", "cash", "wallet"]);
  });

  it("reads a tariff whole: fee inside, minor units as money, the rate as published", () => {
    const { quotes, proofs } = readCard();
    expect(quotes[0]).toEqual({
      provider: "koronapay",
      corridor: corridorOf("be-uz:EUR-UZS"),
      payIn: "debit_card",
      payOut: "card",
      payInCode: "debitCard",
      payOutCode: "card",
      feePlacement: "inside",
      amount: "140",
      fee: "0.99",
      feeSchedule: null,
      rate: "13500.25",
      payOutFee: null,
      received: "1876669.75",
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: null,
      observedAt: null,
    });
    expect(quotes.map(({ payOut, fee }) => [payOut, fee])).toEqual([
      ["card", "0.99"],
      ["cash_pickup", "1.99"],
    ]);
    expect(proofs).toEqual([1, 2]);
  });

  it("sets a way of paying out aside that no vocabulary has", () => {
    expect(readCard().setAside).toEqual([
      { code: "unknown_pay_out", subject: "accountViaHizlipara", detail: "pay-out code in no table" },
    ]);
  });

  it("takes a list without the currency for a route not offered", () => {
    const empty = loadAnswer("koronapay/not-offered.json");
    expect(koronapay.follow?.([empty], task)).toEqual([]);
    expect(koronapay.parse([empty], task)).toEqual({ quotes: [], proofs: [], setAside: [] });
    expect(koronapay.follow?.([list], visit("be-uz:EUR-EUR", "140"))).toEqual([]);
  });

  it("asks nothing below and above the limits", () => {
    expect(koronapay.follow?.([list], visit("be-uz:EUR-UZS", "10.99"))).toEqual([]);
    expect(koronapay.follow?.([list], visit("be-uz:EUR-UZS", "4001"))).toEqual([]);
  });

  it.each<[string, string, (body: string) => string]>([
    ["no tariff", "no_price", () => "[]"],
    ["two tariffs", "ambiguous_price", (body) => body.replace("[", `[${body.trim().slice(1, -1)},`)],
    ["a rate the other way round", "unexplained_amount", (body) => body.replace("13500.25", "0.000074")],
    [
      "a charge that the commission does not explain",
      "unexplained_amount",
      (body) => body.replace('"sendingCommission": 99', '"sendingCommission": 49'),
    ],
    ["minor units of another count", "unexplained_amount", (body) => body.replace("187666975", "1876669")],
  ])("sets a way with %s aside, and keeps the others", (_what, code, change) => {
    const { quotes, proofs, setAside } = readCard(change);
    expect(quotes.map(({ payOut }) => payOut)).toEqual(["cash_pickup"]);
    expect(proofs).toEqual([2]);
    expect(setAside).toContainEqual(expect.objectContaining({ code, subject: "debitCard/card" }));
  });

  it("never takes a discounted price for a standing one", () => {
    const { quotes, setAside } = readCard(undefined, "koronapay/be-uz-140-discount.json");
    expect(quotes.map(({ payOut }) => payOut)).toEqual(["cash_pickup"]);
    expect(setAside).toContainEqual({
      code: "unread_discount",
      subject: "debitCard/card",
      detail: "discounts 0, 0, 200.25 on amount, commission, rate",
    });
  });

  it.each<[string, (body: string) => string]>([
    ["an answer at another amount", (body) => body.replace('"sendingAmount": 14000', '"sendingAmount": 15000')],
    ["a missing commission", (body) => body.replace('"sendingCommission"', '"commission"')],
    ["a missing discount field", (body) => body.replace('"exchangeRateDiscount"', '"discount"')],
    [
      "amounts in major units",
      (body) => body.replace('"sendingAmountWithoutCommission": 13901', '"sendingAmountWithoutCommission": 139.01'),
    ],
    [
      "an amount beyond counting",
      (body) => body.replace('"receivingAmount": 187666975', `"receivingAmount": ${"9".repeat(40)}`),
    ],
    ["an error with status 200", () => '{"type":"error","code":7,"message":"not available"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => readCard(change)).toThrow(SourceShapeError);
  });

  it("refuses a list of another shape, before anything else is asked", () => {
    expect(() => koronapay.follow?.([answerWith('{"type":"error","message":"no"}')], task)).toThrow(SourceShapeError);
    expect(() => koronapay.parse([list], task)).toThrow(DomainError);
  });
});
