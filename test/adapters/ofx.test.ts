import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { ofx } from "../../workers/collector/src/adapters/quotes/ofx.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-in:EUR-INR", "500");
const parse = (change?: (body: string) => string, file = "ofx/be-in-500.json") =>
  ofx.parse([loadAnswer(file, change)], task);

describe("ofx", () => {
  it("asks one currency pair at one amount", () => {
    expect(ofx.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://api.ofx.com/PublicSite.ApiService/OFX/spotrate/Individual/EUR/INR/500?format=json",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("reads a price whole: fee on top, days as a band", () => {
    expect(parse()).toEqual({
      quotes: [
        {
          provider: "ofx",
          corridor: corridorOf("be-in:EUR-INR"),
          payIn: "bank_transfer",
          payOut: "bank_deposit",
          payInCode: null,
          payOutCode: null,
          feePlacement: "on_top",
          amount: "500",
          fee: "12",
          feeSchedule: null,
          rate: "98.7654",
          payOutFee: null,
          received: "49382.7",
          band: null,
          priceKind: "standing",
          promotion: null,
          speed: "two_days",
          observedAt: null,
        },
      ],
      setAside: [],
    });
  });

  it.each<[string, string | null, (body: string) => string]>([
    ["the default fee", "9", (body) => body.replace('"Fee": 12', '"DefaultFee": 9')],
    ["the fee before the default fee", "0", (body) => body.replace('"Fee": 12', '"Fee": 0, "DefaultFee": 9')],
    ["no fee where none is disclosed", null, (body) => body.replace('"Fee": 12', '"Fee": null')],
  ])("reads %s", (_what, fee, change) => {
    expect(parse(change).quotes).toMatchObject([{ fee, rate: "98.7654" }]);
  });

  it("keeps a price whose delivery time is missing or not understood, and says the latter", () => {
    expect(parse((body) => body.replace('"DeliveryTime": 2', '"DeliveryTime": null'))).toMatchObject({
      quotes: [{ speed: null }],
      setAside: [],
    });
    expect(parse((body) => body.replace('"DeliveryTime": 2', '"DeliveryTime": "1-2"'))).toMatchObject({
      quotes: [{ speed: null, fee: "12" }],
      setAside: [{ code: "unknown_speed", subject: "1-2" }],
    });
  });

  it("takes a refusal for the amount's sake for an answer without a price, and says so", () => {
    expect(parse(undefined, "ofx/below-minimum.json")).toEqual({
      quotes: [],
      setAside: [
        {
          code: "not_priced",
          subject: "minimum amount",
          detail: "error 3: The amount is below the minimum transfer amount.",
        },
      ],
    });
  });

  it.each<[string, (body: string) => string]>([
    ["the fee already taken out", (body) => body.replace("49382.7", "48197.5")],
    ["another amount", (body) => body.replace("49382.7", "98765.4")],
    ["a rate the other way round", (body) => body.replace('"CustomerRate": 98.7654', '"CustomerRate": 0.010125')],
  ])("sets a price aside that shows %s", (_what, change) => {
    const { quotes, setAside } = parse(change);
    expect(quotes).toEqual([]);
    expect(setAside).toMatchObject([{ code: "unexplained_amount", subject: "INR" }]);
  });

  it.each<[string, (body: string) => string]>([
    ["another refusal, with its words", () => '{"ErrorCode":99,"Message":"Service unavailable"}'],
    ["a missing rate", (body) => body.replace('"CustomerRate"', '"Rate"')],
    ["a missing outcome", (body) => body.replace('"CustomerAmount"', '"Amount"')],
    ["a negative fee", (body) => body.replace('"Fee": 12', '"Fee": -12')],
    ["a rate of nothing", (body) => body.replace('"CustomerRate": 98.7654', '"CustomerRate": 0')],
    ["an error with status 200", () => '{"error":"internal"}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });
});
