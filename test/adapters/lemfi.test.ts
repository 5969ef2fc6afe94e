import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { lemfi } from "../../workers/collector/src/adapters/quotes/lemfi.ts";
import { corridorOf } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const task = { corridors: [corridorOf("be-ng:EUR-NGN")], amounts: ["50", "140", "200"] };
const parse = (change?: (body: string) => string) => lemfi.parse([loadAnswer("lemfi/be-ng.json", change)], task);

describe("lemfi", () => {
  it("asks once a corridor, with the sender's country by its English name", () => {
    expect(lemfi.scope).toBe("corridor");
    expect(lemfi.plan(task)).toEqual([
      {
        method: "POST",
        url: "https://lemfi.com/api/lemonade/v2/exchange",
        headers: { "content-type": "application/json", accept: "application/json", "x-app-locale": "en-gb" },
        body: '{"from":"EUR","to":"NGN","sender_country":"Belgium"}',
        acceptStatuses: [412],
      },
    ]);
  });

  it("divides the rate by the digits of the ID, and takes the larger fee as inside", () => {
    expect(parse().quotes[1]).toEqual({
      provider: "lemfi",
      corridor: corridorOf("be-ng:EUR-NGN"),
      payIn: null,
      payOut: null,
      payInCode: null,
      payOutCode: null,
      feePlacement: "inside",
      amount: "200",
      fee: "0.99",
      feeSchedule: null,
      rate: "1622.43",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: null,
      observedAt: null,
    });
  });

  it("answers every amount of the visit, but none below its least", () => {
    expect(parse().quotes.map(({ amount }) => amount)).toEqual(["140", "200"]);
  });

  it("keeps every digit that a published rate can have, whatever the scale", () => {
    const scaled = (body: string) =>
      body.replace("4f0e-1c2b50", "x9007199254740993").replace("6.510000375e+8", "1.5903345678e+19");
    expect(parse(scaled).quotes[0]?.rate).toBe("1765.62605403");
  });

  it("takes 412 for a pair that is not offered", () => {
    const refused = { ...loadAnswer("lemfi/not-offered.json"), status: 412 };
    expect(lemfi.parse([refused], task)).toEqual({ quotes: [], setAside: [] });
  });

  it("sets a fee of an unknown type aside, price and all", () => {
    const { quotes, setAside } = parse((body) => body.replace('"Fixed"', '"Percentage"'));
    expect(quotes).toEqual([]);
    expect(setAside).toMatchObject([{ code: "unknown_fee_type", subject: "Percentage" }]);
  });

  it.each([
    ["an ID without digits", '"4f0e-1c2b50"', '"abc"'],
    ["an ID of zeros", '"4f0e-1c2b50"', '"0-0"'],
    ["a rate that is no number", '"6.510000375e+8"', '"1,622.43"'],
    ["a rate of zero", '"6.510000375e+8"', '"0"'],
    ["a rate that no scale explains", '"6.510000375e+8"', '"6.5e+24"'],
    ["another pair", '"NGN"', '"GHS"'],
    ["a missing fee", '"transaction_fee"', '"fee"'],
    ["a fee below zero", '"minimum_fee": 0.99', '"minimum_fee": -0.99'],
  ])("refuses %s", (_what, before, after) => {
    expect(() => parse((body) => body.replace(before, after))).toThrow(SourceShapeError);
  });

  it("is given one corridor at a time", () => {
    const two = { ...task, corridors: [...task.corridors, corridorOf("be-ke:EUR-KES")] };
    expect(() => lemfi.plan(two)).toThrow(DomainError);
  });
});
