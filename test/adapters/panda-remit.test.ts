import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { pandaRemit } from "../../workers/collector/src/adapters/quotes/panda-remit.ts";
import { corridorOf } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const task = { corridors: [corridorOf("be-cn:EUR-CNY")], amounts: ["200", "500"] };
const [rate, low, high] = ["rate", "200-fee", "500-fee"].map((name) => `panda-remit/be-cn-${name}.json`);
const asIs = (body: string) => body;
const parse = (changeRate = asIs, changeFee = asIs) =>
  pandaRemit.parse(
    [loadAnswer(rate ?? "", changeRate), loadAnswer(low ?? "", changeFee), loadAnswer(high ?? "")],
    task,
  );

describe("panda-remit", () => {
  it("asks for the rate first", () => {
    expect(pandaRemit.scope).toBe("corridor");
    expect(pandaRemit.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://prod.pandaremit.com/web/ratefee/statistics/show/EUR/CNY",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("then asks for the fee of each amount, countries in three letters, and for none without a rate", () => {
    const fees = pandaRemit.follow?.([loadAnswer(rate ?? "")], task) ?? [];
    expect(fees[0]).toEqual({
      method: "POST",
      url: "https://prod.pandaremit.com/web/ratefee/fee",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: '{"sourceAmount":"200","sourceCountry":"BEL","sourceCurrency":"EUR","targetCountry":"CHN","targetCurrency":"CNY"}',
    });
    expect(fees.map(({ body }) => JSON.parse(body ?? "").sourceAmount)).toEqual(["200", "500"]);
    expect(() => pandaRemit.follow?.([answerWith("<html></html>")], task)).toThrow(SourceShapeError);
  });

  it("reads rate and standing fee whole, the fee as inside", () => {
    const { quotes, setAside, proofs } = parse();
    expect(quotes[0]).toEqual({
      provider: "panda-remit",
      corridor: corridorOf("be-cn:EUR-CNY"),
      payIn: null,
      payOut: null,
      payInCode: null,
      payOutCode: null,
      feePlacement: "inside",
      amount: "200",
      fee: "4.8",
      feeSchedule: null,
      rate: "8.1630",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: null,
      observedAt: null,
    });
    expect([setAside, proofs]).toEqual([[], [0, 0]]);
  });

  it("keeps a waived fee apart from the standing one", () => {
    expect(parse().quotes[1]).toMatchObject({
      amount: "500",
      fee: "4.80",
      promotion: { rate: null, fee: "0", received: null, upTo: null },
    });
  });

  it.each([
    ["a refusal", '"suc": true', '"suc": false'],
    ["a renamed rate", '"sellRate"', '"rate"'],
    ["a rate of zero", '"8.1630"', '"0"'],
  ])("refuses %s in the answer about the rate", (_what, before, after) => {
    expect(() => parse((body) => body.replace(before, after))).toThrow(SourceShapeError);
  });

  it.each([
    ["a refusal", '"suc": true', '"suc": false'],
    ["a missing standing fee", '"defaultFee"', '"standardFee"'],
    ["a fee below zero", '"4.8"', '"-4.8"'],
  ])("refuses %s in the answer about a fee", (_what, before, after) => {
    expect(() => parse(asIs, (body) => body.replace(before, after))).toThrow(SourceShapeError);
  });

  it("is given an answer for each amount", () => {
    expect(() => pandaRemit.parse([loadAnswer(rate ?? "")], task)).toThrow(DomainError);
  });
});
