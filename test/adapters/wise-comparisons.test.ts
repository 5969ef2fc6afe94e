import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { wiseComparisons } from "../../workers/collector/src/adapters/quotes/wise-comparisons.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-ma:EUR-MAD", "200");
const parse = (change?: (body: string) => string, asked = task) =>
  wiseComparisons.parse([loadAnswer("wise-comparisons/be-ma-200.json", change)], asked);

describe("wise-comparisons", () => {
  it("asks for the sender's and the recipient's country", () => {
    expect(wiseComparisons.plan(visit("be-cd:EUR-USD", "200"))).toEqual([
      {
        method: "GET",
        url: "https://api.wise.com/v4/comparisons/?sourceCurrency=EUR&targetCurrency=USD&sendAmount=200&sourceCountry=BE&targetCountry=CD",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("reads a row whole under the feed's own alias: fee inside, bank to bank, when it was collected", () => {
    expect(parse().quotes[0]).toEqual({
      provider: "two-countries",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: "bank_transfer",
      payOut: "bank_deposit",
      payInCode: null,
      payOutCode: null,
      feePlacement: "inside",
      amount: "200",
      fee: "2.5",
      feeSchedule: null,
      rate: "10.5123456789012345",
      payOutFee: null,
      received: "2076.19",
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: null,
      observedAt: "2026-11-20T09:14:05.123Z",
    });
  });

  it("takes the sender country's row before one for every country, and never another country's", () => {
    expect(parse().quotes.map(({ provider, rate, speed }) => [provider, rate, speed])).toEqual([
      ["two-countries", "10.5123456789012345", null],
      ["everywhere", "10.2", "two_days"],
    ]);
    const { quotes } = parse(undefined, visit("fr-ma:EUR-MAD", "200"));
    expect(quotes.map(({ provider, rate }) => [provider, rate])).toEqual([
      ["two-countries", "10.7777"],
      ["everywhere", "10.2"],
    ]);
  });

  it("takes the row collected last where two are alike", () => {
    const { quotes } = parse((body) => body.replace('"sourceCountry": "NL"', '"sourceCountry": "BE"'));
    expect(quotes[0]?.rate).toBe("10.5123456789012345");
  });

  it("takes an empty list of providers for a pair without data", () => {
    const none = loadAnswer("wise-comparisons/no-providers.json");
    expect(wiseComparisons.parse([none], task)).toEqual({ quotes: [], setAside: [] });
  });

  it.each<[string, (body: string) => string]>([
    ["an answer about another currency", (body) => body.replace('"targetCurrency": "MAD"', '"targetCurrency": "USD"')],
    ["an answer at another amount", (body) => body.replace('"amount": 200', '"amount": 2000')],
    ["an answer about a received amount", (body) => body.replace('"SEND"', '"RECEIVE"')],
    ["a missing fee", (body) => body.replace('"fee": 2.5,', "")],
    ["a renamed alias", (body) => body.replace('"alias"', '"slug"')],
    ["a collection time without zone", (body) => body.replace("09:14:05.123456Z", "09:14:05")],
    ["a missing list of providers", (body) => body.replace('"providers"', '"companies"')],
    ["an error with status 200", () => '{"error":"unavailable"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });
});
