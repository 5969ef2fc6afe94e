import { describe, expect, it } from "@jest/globals";
import { SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import { westernUnion } from "../../workers/collector/src/adapters/quotes/western-union.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const task = visit("be-ma:EUR-MAD", "150");
const parse = (change?: (body: string) => string) =>
  westernUnion.parse([loadAnswer("western-union/be-ma-150.json", change)], task);

describe("western-union", () => {
  it("asks the online catalogue for every pay-in", () => {
    const [request] = westernUnion.plan(task);
    expect(request).toMatchObject({ method: "POST", url: "https://www.westernunion.com/wuconnect/prices/catalog" });
    expect(request?.headers).toEqual({ "content-type": "application/json", accept: "application/json" });
    expect(JSON.parse(request?.body ?? "")).toEqual({
      header_request: { version: "0.5", request_type: "PRICECATALOG" },
      sender: {
        client: "WUCOM",
        channel: "WWEB",
        cty_iso2_ext: "BE",
        curr_iso3: "EUR",
        funds_in: "*",
        send_amount: "150",
      },
      receiver: { cty_iso2_ext: "MA", cty_iso2: "MA", curr_iso3: "MAD" },
    });
  });

  it("reads a pay group whole: fee on top, its band, every digit of the rate", () => {
    const { quotes } = parse();
    expect(quotes.find(({ payIn, payOut }) => payIn === "bank_transfer" && payOut === "bank_deposit")).toEqual({
      provider: "western-union",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: "bank_transfer",
      payOut: "bank_deposit",
      payInCode: "EB",
      payOutCode: "500",
      feePlacement: "on_top",
      amount: "150",
      fee: "0",
      feeSchedule: null,
      rate: "10.60000000000000012345",
      payOutFee: null,
      received: "1590",
      band: { min: "0.01", max: "5000" },
      priceKind: "standing",
      promotion: null,
      speed: "three_to_five_days",
      observedAt: null,
    });
  });

  it("quotes each canonical pair once, the general transfer before the scheme of some banks", () => {
    expect(parse().quotes.map(({ payInCode, payOutCode, speed }) => [payInCode, payOutCode, speed])).toEqual([
      ["EB", "000", "two_days"],
      ["CC", "000", "same_day"],
      ["EB", "500", "three_to_five_days"],
      ["DC", "500", "next_day"],
      ["TK", "800", null],
    ]);
  });

  it("sets codes of uncertain meaning aside", () => {
    expect(parse().setAside).toEqual([
      { code: "unknown_pay_in", subject: "PA", detail: "pay-in code in no table" },
      { code: "unknown_pay_out", subject: "999", detail: "pay-out code in no table" },
    ]);
  });

  it("keeps a price whose speed it cannot read, and says so", () => {
    const { quotes, setAside } = parse((body) => body.replace('"1-3"', '"soon"'));
    expect(quotes.find(({ payInCode, payOutCode }) => payInCode === "EB" && payOutCode === "500")?.speed).toBeNull();
    expect(setAside).toContainEqual(expect.objectContaining({ code: "unknown_speed", subject: "soon" }));
  });

  it("keeps a promotional price apart", () => {
    const promoted = (body: string) =>
      body.replace('"fx_rate": 10.58,', '"fx_rate": 10.58, "promotional_fx_rate": 10.75, "net_fee": 0.5,');
    expect(parse(promoted).quotes.find(({ payInCode }) => payInCode === "DC")).toMatchObject({
      fee: "1.9",
      rate: "10.58",
      received: "1587",
      promotion: { rate: "10.75", fee: "0.5", received: null, upTo: null, eligibility: "not stated by the source" },
    });
  });

  it("takes a pair without online prices for an empty answer", () => {
    expect(westernUnion.parse([loadAnswer("western-union/not-priced.json")], task)).toEqual({
      quotes: [],
      setAside: [],
    });
  });

  it("reads an answer with a warning", () => {
    expect(parse((body) => body.replace('"status": 0', '"status": 1')).quotes).toHaveLength(5);
  });

  it.each([
    ["a page of HTML", answerWith("\n<!DOCTYPE html><html><title>Access denied</title></html>")],
    ["an answer called HTML", { ...answerWith("{}"), contentType: "text/html; charset=utf-8" }],
  ])("takes %s for the bot wall", (_what, answer) => {
    expect(() => westernUnion.parse([answer], task)).toThrow(SourceRefusedError);
  });

  it.each<[string, (body: string) => string]>([
    ["another refusal, with its words", (body) => body.replace('"status": 0', '"status": -1')],
    ["a status nobody knows", (body) => body.replace('"status": 0', '"status": 7')],
    ["an answer about another country", (body) => body.replace('"cty_iso2_ext": "MA"', '"cty_iso2_ext": "EH"')],
    ["an answer at another amount", (body) => body.replaceAll('"send_amount": 150', '"send_amount": 151')],
    ["a missing fee", (body) => body.replace('"gross_fee"', '"fee"')],
    ["a missing list of services", (body) => body.replace('"services_groups"', '"services"')],
    ["a negative fee", (body) => body.replace('"gross_fee": 2.9', '"gross_fee": -2.9')],
    ["an error with status 200", () => '{"error":"internal"}'],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });
});
