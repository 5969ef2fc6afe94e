import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { currencyfair } from "../../workers/collector/src/adapters/quotes/currencyfair.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const task = visit("es-ph:EUR-PHP", "140");
const parse = (change?: (body: string) => string, file = "currencyfair/es-ph-140.json") =>
  currencyfair.parse([loadAnswer(file, change)], task);
const bodyOf = (corridor: string, amount: string) => currencyfair.plan(visit(corridor, amount))[0]?.body;

describe("currencyfair", () => {
  it("asks one currency pair, the amount in whole minor units", () => {
    expect(currencyfair.plan(task)).toEqual([
      {
        method: "POST",
        url: "https://api.currencyfair.com/comparisonQuotes",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: '{"currencyFrom":"EUR","currencyTo":"PHP","amountInfo":{"amount":14000,"scale":2}}',
      },
    ]);
    expect(bodyOf("be-pl:EUR-PLN", "99.5")).toContain('{"amount":9950,"scale":2}');
    expect(bodyOf("jp-ph:JPY-PHP", "5000")).toContain('{"amount":5000,"scale":0}');
  });

  it("reads a quote whole: the fee in the target currency, as a fee at pay-out", () => {
    expect(parse()).toEqual({
      quotes: [
        {
          provider: "currencyfair",
          corridor: corridorOf("es-ph:EUR-PHP"),
          payIn: "bank_transfer",
          payOut: "bank_deposit",
          payInCode: null,
          payOutCode: null,
          feePlacement: "inside",
          amount: "140",
          fee: "0",
          feeSchedule: null,
          rate: "67.1",
          payOutFee: "0.7",
          received: "9393.3",
          band: null,
          priceKind: "standing",
          promotion: null,
          speed: null,
          observedAt: null,
        },
      ],
      setAside: [],
    });
  });

  it("never takes the rate of a first transfer for a standing one", () => {
    expect(parse(undefined, "currencyfair/es-ph-140-first-transfer.json").quotes).toMatchObject([
      {
        fee: null,
        rate: null,
        payOutFee: null,
        received: null,
        priceKind: "promotion",
        promotion: { rate: "67.45", fee: "0", received: "9443", upTo: null, eligibility: "not stated by the source" },
      },
    ]);
  });

  it.each<[string, (body: string) => string]>([
    ["a fee in another unit", (body) => body.replace('"transferFee": 70', '"transferFee": 7000')],
    ["a rate the other way round", (body) => body.replace('"rate": 67.1', '"rate": 0.0149')],
    [
      "an amount of another scale",
      (body) => body.replace('"amount": 939330,\n      "scale": 2', '"amount": 939330,\n      "scale": 3'),
    ],
  ])("sets a price with %s aside", (_what, change) => {
    const { quotes, setAside } = parse(change);
    expect(quotes).toEqual([]);
    expect(setAside).toMatchObject([{ code: "unexplained_amount", subject: "PHP" }]);
  });

  it.each<[string, (body: string) => string]>([
    ["an answer about another pair", (body) => body.replace('"currencyTo": "PHP"', '"currencyTo": "PLN"')],
    ["an answer at another amount", (body) => body.replace('"amount": 14000', '"amount": 1400')],
    ["an amount that is bought, not sold", (body) => body.replace('"SELL"', '"BUY"')],
    ["a missing word on first transfers", (body) => body.replace('"isFTTSmartRate"', '"isSmart"')],
    ["a message", (body) => body.replace('"statusMessage": null', '"statusMessage": "RATE_UNAVAILABLE"')],
    ["a missing fee", (body) => body.replaceAll('"transferFee"', '"fee"')],
    ["a fraction of a minor unit", (body) => body.replace('"amount": 939330', '"amount": 939330.5')],
    ["a negative amount", (body) => body.replace('"amount": 939330', '"amount": -939330')],
    ["an error with status 200", () => '{"errorCode":"UNSUPPORTED","message":"no such pair"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });
});
