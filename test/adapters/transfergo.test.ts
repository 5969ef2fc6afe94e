import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { transfergo } from "../../workers/collector/src/adapters/quotes/transfergo.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

type Change = (body: string) => string;

const task = visit("be-tr:EUR-TRY", "200");
const parse = (change?: Change, file = "be-tr-200") =>
  transfergo.parse([loadAnswer(`transfergo/${file}.json`, change)], task);

describe("transfergo", () => {
  it("asks for the quotes of a corridor and an amount, and has no booking token kept", () => {
    expect(transfergo.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://my.transfergo.com/api/booking/quotes?fromCurrencyCode=EUR&toCurrencyCode=TRY&fromCountryCode=BE&toCountryCode=TR&amount=200&calculationBase=sendAmount&business=0",
        headers: { accept: "application/json" },
        secretFields: ["bookingToken"],
      },
    ]);
  });

  it("reads a standing price whole, the general transfer before one for some banks", () => {
    expect(parse().quotes[0]).toEqual({
      provider: "transfergo",
      corridor: corridorOf("be-tr:EUR-TRY"),
      payIn: "bank_transfer",
      payOut: "bank_deposit",
      payInCode: "bank",
      payOutCode: "iban",
      feePlacement: "on_top",
      amount: "200",
      fee: "0.99",
      feeSchedule: null,
      rate: "48.1234",
      payOutFee: null,
      received: "9624.68",
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: "next_day",
      observedAt: null,
    });
  });

  it("keeps a discount on the fee apart from the standing fee", () => {
    expect(parse().quotes[1]).toMatchObject({
      payIn: "debit_card",
      fee: "2.49",
      rate: "48.1234",
      priceKind: "standing",
      promotion: { rate: null, fee: "1.49", received: "9624.68", upTo: null, eligibility: "not stated by the source" },
      speed: "less_than_one_hour",
    });
  });

  it("takes a first transfer's rate for a promotion and nothing else: the standing price is not said", () => {
    expect(parse(undefined, "be-tr-200-promotion").quotes[0]).toMatchObject({
      payIn: "bank_transfer",
      priceKind: "promotion",
      fee: null,
      rate: null,
      received: null,
      promotion: { rate: "48.9000", fee: "0.00", received: "9780.00", upTo: "500.00" },
    });
  });

  it("takes a price that is promoted in a way nobody sees for a promotion too", () => {
    expect(parse(undefined, "be-tr-200-promotion").quotes[1]).toMatchObject({
      payIn: "debit_card",
      priceKind: "promotion",
      fee: null,
      rate: null,
      promotion: { rate: "48.1234", fee: "2.49", upTo: null },
    });
  });

  it("quotes each pair once, leaves out what is not available, and says what it does not know", () => {
    const { quotes, setAside } = parse();
    expect(quotes.map(({ payIn, payOut, speed }) => [payIn, payOut, speed])).toEqual([
      ["bank_transfer", "bank_deposit", "next_day"],
      ["debit_card", "bank_deposit", "less_than_one_hour"],
      ["wallet_pay", "bank_deposit", null],
    ]);
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([
      ["unknown_pay_in", "seashells"],
      ["unknown_speed", "when_the_moon_is_full"],
    ]);
  });

  it("has no prices where nothing is available", () => {
    expect(parse(undefined, "be-tr-200-unavailable")).toEqual({ quotes: [], setAside: [] });
  });

  it("sets a price aside whose fee may be inside: (200 − 0.99) × 48.2 = 9592.28", () => {
    const { quotes, setAside } = parse((body) => body.replace("9640.00", "9592.28"));
    expect(quotes.map(({ payInCode }) => payInCode)).toContain("bank");
    expect(setAside[1]).toEqual({
      code: "unexplained_amount",
      subject: "tink/iban",
      detail: "9592.28 is not the amount at 48.2000: a fee may be inside",
    });
  });

  it("forgives the amount what the rounding of the rate hides, and no more", () => {
    const readWith = (received: string) => parse((body) => body.replace("9640.00", received)).setAside.length;
    expect([readWith("9640.02"), readWith("9640.03")]).toEqual([2, 3]);
  });

  it.each<[string, Change]>([
    ["an answer for another country", (body) => body.replace('"toCountry": "TR"', '"toCountry": "UA"')],
    ["an answer at another amount", (body) => body.replace('"value": "200.00"', '"value": "100.00"')],
    ["a fee in another currency", (body) => body.replace('"currency": "EUR"', '"currency": "USD"')],
    ["an amount in another currency", (body) => body.replace('"currency": "TRY"', '"currency": "EUR"')],
    [
      "a missing sign of the promotion, whose rate would pass for a standing one",
      (body) => body.replace('"isFxDiscountApplied"', '"hasFxDiscount"'),
    ],
    ["a missing standing fee", (body) => body.replace('"valueBeforeDiscount"', '"oldValue"')],
    ["a rate that is no number", (body) => body.replace('"48.1234"', '"good"')],
    ["an answer without options", () => '{"options":[]}'],
    ["an error with status 200", () => '{"error":"unavailable"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });
});
