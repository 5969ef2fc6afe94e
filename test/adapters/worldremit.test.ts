import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { worldremit } from "../../workers/collector/src/adapters/quotes/worldremit.ts";
import { speedOf } from "../../workers/collector/src/adapters/quotes/worldremit-price.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

type Change = (body: string) => string;

const task = visit("be-ma:EUR-MAD", "150");
const unchanged: Change = (body) => body;
const replace =
  (from: string, to: string): Change =>
  (body) =>
    body.replace(from, to);
const methods = () => loadAnswer("worldremit/be-ma-methods.json");
const prices = (cash: Change = unchanged) => [
  loadAnswer("worldremit/be-ma-150-csh.json", cash),
  loadAnswer("worldremit/be-ma-150-mob.json"),
  loadAnswer("worldremit/be-ma-150-bnk.json"),
];
const parse = (cash?: Change) => worldremit.parse([methods(), ...prices(cash)], task);
const turnedDown = (errors: string) => `{"data":{"createCalculation":{"errors":${errors},"calculation":null}}}`;
const asked = (body: string | undefined) => JSON.parse(body ?? "null");

describe("worldremit", () => {
  it("asks for the ways of paying out first, as nobody's front-end", () => {
    const [request, ...others] = worldremit.plan(task);
    expect(others).toEqual([]);
    expect(request).toEqual({
      method: "POST",
      url: "https://api.worldremit.com/graphql",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: expect.any(String),
    });
    expect(asked(request?.body)).toEqual({
      operationName: "payOutMethods",
      query: expect.stringMatching(/^query payOutMethods\(.*\{ code payOutTimeEstimate \} \}$/),
      variables: { sendCountry: "BE", receiveCountry: "MA", receiveCurrency: "MAD" },
    });
    expect(() => worldremit.plan({ corridors: [], amounts: [] })).toThrow(DomainError);
  });

  it("then for each known way at every amount, the general wallet in place of the other", () => {
    const amounts = ["150", "1000.50"];
    const requests = worldremit.follow?.([methods()], { ...task, amounts }) ?? [];
    const variables = requests.map(({ body }) => asked(body).variables);
    expect(variables.map(({ amount, payOutMethodCode }) => [amount, payOutMethodCode])).toEqual([
      [150, "CSH"],
      [150, "MOB"],
      [150, "BNK"],
      [1000.5, "CSH"],
      [1000.5, "MOB"],
      [1000.5, "BNK"],
    ]);
    expect(requests[3]?.body).toContain('"amount":1000.50,');
    expect(variables[0]).toEqual({
      amount: 150,
      type: "SEND",
      sendCountryCode: "BE",
      sendCurrencyCode: "EUR",
      receiveCountryCode: "MA",
      receiveCurrencyCode: "MAD",
      payOutMethodCode: "CSH",
      correspondentId: "",
    });
  });

  it("reads a price whole: fee on top, the crossed-out rate standing, the new customer's apart", () => {
    const { quotes } = parse();
    expect(quotes[0]).toEqual({
      provider: "worldremit",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: "debit_card",
      payOut: "cash_pickup",
      payInCode: "debit-card",
      payOutCode: "CSH",
      feePlacement: "on_top",
      amount: "150",
      fee: "1.99",
      feeSchedule: null,
      rate: "10.4912",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: {
        rate: "10.7004",
        fee: "1.99",
        received: "1605.06",
        upTo: null,
        eligibility: "not stated by the source",
      },
      speed: "less_than_one_hour",
      observedAt: null,
    });
  });

  it("reads the surcharge of a way of paying in from its own total, each price proved by its own answer", () => {
    const { quotes, proofs } = parse();
    expect(quotes.map(({ payIn, payOut, fee, speed }) => [payIn, payOut, fee, speed])).toEqual([
      ["debit_card", "cash_pickup", "1.99", "less_than_one_hour"],
      ["credit_card", "cash_pickup", "6.49", "less_than_one_hour"],
      ["bank_transfer", "mobile_wallet", "0.99", null],
      ["bank_transfer", "bank_deposit", "0.99", "two_days"],
    ]);
    expect(proofs).toEqual([1, 1, 2, 3]);
  });

  it("keeps a discount on the fee apart from the standing fee", () => {
    expect(parse().quotes[2]).toMatchObject({
      fee: "0.99",
      rate: "10.49",
      received: null,
      promotion: { rate: null, fee: "0.49", received: "1573.5", upTo: null },
    });
  });

  it("takes the stated amount as standing where nothing is crossed out", () => {
    expect(parse().quotes[3]).toMatchObject({ rate: "10.51", received: "1576.5", promotion: null });
  });

  it("says which codes and which words of time it does not know", () => {
    expect(parse().setAside.map(({ code, subject }) => [code, subject])).toEqual([
      ["unknown_speed", "Today"],
      ["unknown_pay_out", "GLD"],
      ["unknown_pay_in", "shell-money"],
    ]);
  });

  it.each([
    ["⚡ Within 60 minutes", "less_than_one_hour"],
    ["Within 1 hour", "less_than_one_hour"],
    ["Within 1 day", "next_day"],
    ["Within 4 days", "three_to_five_days"],
    ["Within 90 minutes", null],
    ["Within 5 hours", null],
    [null, null],
  ])("takes the words %s for %s", (payOutTimeEstimate, speed) => {
    expect(speedOf({ code: "BNK", payOutTimeEstimate })).toBe(speed);
  });

  it("leaves out a way of paying out that is turned down at this amount, and keeps the others", () => {
    const refused = loadAnswer("worldremit/be-ma-refused.json");
    const { quotes, proofs, setAside } = worldremit.parse([methods(), refused, ...prices().slice(1)], task);
    expect(quotes.map(({ payOut }) => payOut)).toEqual(["mobile_wallet", "bank_deposit"]);
    expect(proofs).toEqual([2, 3]);
    const detail = "ValidationCalculationError: Amount above the limit";
    expect(setAside).toContainEqual({ code: "not_priced", subject: "CSH", detail });
  });

  it("has no prices where there is no way of paying out", () => {
    const none = loadAnswer("worldremit/no-methods.json");
    expect(worldremit.follow?.([none], task)).toEqual([]);
    expect(worldremit.parse([none], task)).toEqual({ quotes: [], setAside: [], proofs: [] });
  });

  it("sets prices aside whose total holds more than amount, fee and discount", () => {
    const taxed = (body: string) => body.replace(/("totalToPay": \{\s*"amount": )151\.99/, "$1153.99");
    const { quotes, setAside } = parse(taxed);
    expect(quotes.map(({ payOut }) => payOut)).not.toContain("cash_pickup");
    expect(setAside).toContainEqual({
      code: "unexplained_charge",
      subject: "debit-card/CSH",
      detail: "151.99 to pay is not amount, fee and discount",
    });
  });

  it.each<[string, Change]>([
    ["a price at another amount", replace('"amount": 150,', '"amount": 100,')],
    ["a price in another currency", replace('"currency": "MAD"', '"currency": "EUR"')],
    ["a fee in another currency", (body) => body.replace(/("amount": 1\.99,\s*"currency": )"EUR"/, '$1"USD"')],
    ["a rate that is no number", replace('"value": 10.7004', '"value": "soon"')],
    [
      "a missing crossed-out rate, whose absence would make the promotion standing",
      replace('"crossedOutValue"', '"oldValue"'),
    ],
    ["a failure of its own", () => turnedDown('[{"__typename":"GenericCalculationError","message":"try again"}]')],
    ["no calculation and no error", () => turnedDown("[]")],
    ["a query it turns down", () => '{"errors":[{"message":"no such field"}],"data":null}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });

  it("refuses a visit cut short", () => {
    expect(() => worldremit.parse([methods(), ...prices().slice(1)], task)).toThrow(DomainError);
  });
});
