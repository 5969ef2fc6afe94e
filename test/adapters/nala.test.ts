import { afterEach, describe, expect, it } from "@jest/globals";
import { noFilters } from "@openremit/shared/comparison";
import { SourceShapeError } from "@openremit/shared/domain";
import { nala } from "../../workers/collector/src/adapters/quotes/nala.ts";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../support/comparison-scene.ts";
import { corridorOf } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const task = { corridors: ["be-ke:EUR-KES", "be-ug:EUR-UGX", "be-gh:EUR-GHS"].map(corridorOf), amounts: [] };
const parse = (change?: (body: string) => string) => nala.parse([loadAnswer("nala/rates.json", change)], task);

let scene: ComparisonScene | null = null;
afterEach(async () => {
  await scene?.close();
  scene = null;
});

describe("nala", () => {
  it("asks for the whole table once", () => {
    expect(nala.scope).toBe("all");
    expect(nala.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://partners-api.prod.nala-api.com/v1/fx/rates",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("reads its own newest row, with its age and without a fee", () => {
    expect(parse().quotes[0]).toEqual({
      provider: "nala",
      corridor: corridorOf("be-ke:EUR-KES"),
      payIn: null,
      payOut: null,
      payInCode: null,
      payOutCode: null,
      feePlacement: "on_top",
      amount: null,
      fee: null,
      feeSchedule: null,
      rate: "147.310",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: null,
      speed: null,
      observedAt: "2026-11-23T08:15:00Z",
    });
  });

  it("knows its rows in either spelling, and says nothing of a pair that is not listed", () => {
    const read = parse().quotes.map(({ corridor, rate }) => [corridor.id, rate]);
    expect(read).toEqual([
      ["be-ke", "147.310"],
      ["be-ug", "4188.5"],
    ]);
  });

  it("sets a pair aside that has two rates of the same moment, but not one that stands there twice", () => {
    const sameMoment = (body: string) => body.replace("2026-11-22T", "2026-11-23T");
    expect(parse(sameMoment).quotes.map(({ corridor }) => corridor.id)).toEqual(["be-ug"]);
    expect(parse(sameMoment).setAside).toEqual([
      {
        code: "ambiguous_price",
        subject: "be-ke:EUR-KES",
        detail: "rates of the same moment: 147.310, 146.90",
      },
    ]);
    expect(parse((body) => sameMoment(body).replace("146.90", "147.31")).quotes).toHaveLength(2);
  });

  it("is listed with its rate and without a rank", async () => {
    const [rateOnly] = parse().quotes;
    if (rateOnly === undefined) throw new Error("nothing read");
    scene = await openComparisonScene([
      quoteOf({ ...rateOnly, source: "nala", observedAt: "2026-11-23T08:15:00Z", amount: null }),
    ]);
    const question = { corridorId: "be-ke", pay: "200", receive: null, filters: noFilters, at: null };
    const { answer } = await scene.comparison.offers(question);
    expect(answer.offers).toEqual([]);
    expect(answer.unranked).toMatchObject([
      { provider: { key: "nala" }, reason: "rate_only", rate: "147.310", fee: null, received: null },
    ]);
  });

  it.each([
    ["a renamed rate", '"rate"', '"fxRate"'],
    ["a rate of zero", '"147.310"', '"0"'],
    ["a moment without a zone", "2026-11-22T08:15:00Z", "2026-11-22 08:15:00"],
    ["an alien currency code", '"UGX"', '"Uganda"'],
    ["a renamed list", '"data"', '"rows"'],
  ])("refuses %s", (_what, before, after) => {
    expect(() => parse((body) => body.replaceAll(before, after))).toThrow(SourceShapeError);
  });

  it("refuses a table in which it does not stand: empty is not how it says no", () => {
    expect(() => nala.parse([loadAnswer("nala/others-only.json")], task)).toThrow(SourceShapeError);
    expect(() => nala.parse([answerWith('{"code":200,"data":[],"meta":{"total":0}}')], task)).toThrow(SourceShapeError);
  });
});
