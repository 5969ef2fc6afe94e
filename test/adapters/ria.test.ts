import { describe, expect, it } from "@jest/globals";
import { DomainError, SourceShapeError } from "@openremit/shared/domain";
import { ria } from "../../workers/collector/src/adapters/quotes/ria.ts";
import { corridorOf, visit } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

type Change = (body: string) => string;

const task = visit("be-ma:EUR-MAD", "150");
const session = (change?: Change) => loadAnswer("ria/session.json", change);
const load = (name: string, change?: Change) => loadAnswer(`ria/${name}.json`, change);
const refused = () => load("refused");
const answers = (change?: Change) => [
  session(() => '{"authToken":{"tokenType":"Bearer","jwtToken":""}}'),
  load("be-ma-150-bank-cash", change),
  ...["be-ma-150-card-cash", "be-ma-150-bank-bank", "be-ma-150-card-bank"].map((name) => load(name)),
  refused(),
  refused(),
];
const parse = (change?: Change) => ria.parse(answers(change), task);

describe("ria", () => {
  it("asks for a visitor's token first, and has it not kept", () => {
    expect(ria.plan(task)).toEqual([
      {
        method: "GET",
        url: "https://public.riamoneytransfer.com/Authorization/session",
        headers: { accept: "application/json", culturecode: "en-BE" },
        secretFields: ["jwtToken"],
      },
    ]);
  });

  it("then with the token for two ways of paying in by three of paying out, at every amount", () => {
    const requests = ria.follow?.([session()], { ...task, amounts: ["150", "1000.50"] }) ?? [];
    expect(requests).toHaveLength(12);
    expect(requests[0]).toEqual({
      method: "POST",
      url: "https://public.riamoneytransfer.com/MoneyTransferCalculator/Calculate",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        culturecode: "en-BE",
        authorization: "Bearer not-a-real.visitor.token",
      },
      body: expect.any(String),
    });
    const selections = requests.map(({ body }) => JSON.parse(body ?? "null").selections);
    expect(selections[0]).toEqual({
      countryFrom: "BE",
      countryTo: "MA",
      currencyFrom: "EUR",
      currencyTo: "MAD",
      amountFrom: 150,
      paymentMethod: "BankAccount",
      deliveryMethod: "CashPayout",
      promoId: 0,
      shouldCalcAmountFrom: false,
      shouldCalcVariableRates: true,
      locale: "en-BE",
    });
    expect(requests[6]?.body).toContain('"amountFrom":1000.50,');
    const kosovo = ria.follow?.([session()], visit("be-xk:EUR-EUR", "150"))?.[0];
    expect(kosovo?.body).toContain('"countryTo":"KV"');
  });

  it("asks no price without a token that is one", () => {
    for (const body of ["{}", '{"authToken":{"jwtToken":"two\\nlines"}}', "<html></html>"]) {
      expect(() => ria.follow?.([answerWith(body)], task)).toThrow(SourceShapeError);
    }
  });

  it("reads a price whole: fee on top, the standing rate, the first transfer's apart", () => {
    expect(parse().quotes[0]).toEqual({
      provider: "ria",
      corridor: corridorOf("be-ma:EUR-MAD"),
      payIn: "bank_transfer",
      payOut: "cash_pickup",
      payInCode: "BankAccount",
      payOutCode: "CashPayout",
      feePlacement: "on_top",
      amount: "150",
      fee: "1.5",
      feeSchedule: null,
      rate: "10.41",
      payOutFee: null,
      received: null,
      band: null,
      priceKind: "standing",
      promotion: {
        rate: "10.73",
        fee: "1.5",
        received: "1609.5",
        upTo: null,
        eligibility: "not stated by the source",
      },
      speed: null,
      observedAt: null,
    });
  });

  it("takes the stated amount as standing where no rate is better, each price proved by its own answer", () => {
    const { quotes, proofs } = parse();
    expect(quotes.map(({ payIn, payOut, fee, received }) => [payIn, payOut, fee, received])).toEqual([
      ["bank_transfer", "cash_pickup", "1.5", null],
      ["debit_card", "cash_pickup", "2.5", null],
      ["bank_transfer", "bank_deposit", "0", "1578"],
      ["debit_card", "bank_deposit", "1", "1578"],
    ]);
    expect(proofs).toEqual([1, 2, 3, 4]);
  });

  it("says what is listed and not asked for or not known, and is silent about what is not listed", () => {
    const { setAside } = parse();
    expect(new Set(setAside.map(({ code, subject }) => `${code} ${subject}`))).toEqual(
      new Set(["pay_in_not_asked CreditCard", "unknown_pay_in Wampum"]),
    );
  });

  it("says when a method that is listed is turned down all the same", () => {
    const [token, , ...others] = answers();
    const { quotes, setAside } = ria.parse([token ?? session(), refused(), ...others], task);
    expect(quotes).toHaveLength(3);
    const detail = "The delivery method is not available.";
    expect(setAside.at(-1)).toEqual({ code: "not_priced", subject: "BankAccount/CashPayout", detail });
  });

  it("sets a price aside whose charge holds more than amount and fees", () => {
    const { quotes, setAside } = parse((body) => body.replace('"totalAmount": 151.5', '"totalAmount": 153'));
    expect(quotes).toHaveLength(3);
    const detail = "to pay 153 is not amount and fees";
    expect(setAside[0]).toEqual({ code: "unexplained_charge", subject: "BankAccount/CashPayout", detail });
  });

  it("takes it for a failure where every method is turned down: nobody knows how it says not offered", () => {
    const all = [session(), ...Array.from({ length: 6 }, refused)];
    expect(() => ria.parse(all, task)).toThrow(SourceShapeError);
  });

  it.each<[string, Change]>([
    ["a price for another country", (body) => body.replace('"MA"', '"DZ"')],
    [
      "a price for another pay-out",
      (body) => body.replace('"deliveryMethod": "CashPayout"', '"deliveryMethod": "BankDeposit"'),
    ],
    ["a price at another amount", (body) => body.replace(/"amountFrom": 150(,\s*"amountTo")/, '"amountFrom": 100$1')],
    [
      "a missing promotional rate, whose amount would pass for a standing one",
      (body) => body.replace('"exchangeRatePromo"', '"bestRate"'),
    ],
    ["a fee that is no number", (body) => body.replace('"totalFeesAndTaxes": 1.5', '"totalFeesAndTaxes": "free"')],
    [
      "a price and an error at once",
      (body) => body.replace('"errorResponse": null', '"errorResponse": {"errors":[{"message":"no"}]}'),
    ],
    ["neither price nor error", () => '{"model":null,"errorResponse":null}'],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parse(change)).toThrow(SourceShapeError);
  });

  it("refuses a visit cut short", () => {
    expect(() => ria.parse(answers().slice(0, 4), task)).toThrow(DomainError);
  });
});
