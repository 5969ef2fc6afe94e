import { describe, expect, it } from "@jest/globals";
import {
  defaultPay,
  filterQuery,
  offersQuestionOf,
  parseCorridorQuestion,
  questionQuery,
} from "../../../services/web/src/question/index.ts";
import type { SiteContext } from "../../../services/web/src/site/page.ts";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { englishWords } from "../../support/render-view.ts";

const site = { catalog: sceneCatalog } as SiteContext;
const read = (search: string, corridor = "be-ma") =>
  parseCorridorQuestion({ corridor }, new URLSearchParams(search), site);
const asked = (search: string, corridor?: string) => offersQuestionOf(read(search, corridor), englishWords());
const noFilters = { payIn: [], payOut: [], maxDays: null };

describe("what a corridor's page is asked", () => {
  it.each(["", "pay=", "pay=%20", "receive="])("is the usual amount where the address says nothing (%j)", (search) => {
    expect(asked(search)).toEqual({
      corridorId: "be-ma",
      sendCurrency: "EUR",
      receiveCurrency: "MAD",
      pay: "200",
      receive: null,
      filters: noFilters,
      at: null,
    });
  });

  it("is what they must get, where that is asked", () => {
    expect(asked("receive=2000,50")).toMatchObject({ pay: null, receive: "2000.5" });
    expect(asked("receive=2000&pay=150")).toMatchObject({ pay: null, receive: "2000" });
  });

  it("takes a sum as the currency paid out writes it", () => {
    expect(read("receive=1000.5", "be-sn").reading.wrong?.reason).toBe("decimals");
    expect(read("receive=5000000", "be-sn").reading.amount).toBe("5000000");
  });

  it("tells the currencies of one country apart", () => {
    expect(asked("", "be-cd").receiveCurrency).toBe("USD");
    expect(asked("currency=CDF", "be-cd").receiveCurrency).toBe("CDF");
    expect(questionQuery(read("pay=50&currency=CDF", "be-cd"))).toEqual({ pay: "50", currency: "CDF" });
    expect(questionQuery(read("receive=2000"))).toEqual({ receive: "2000" });
  });

  it("filters by one way or several, however they are written", () => {
    const filters = { payIn: ["bank_transfer", "cash"], payOut: ["cash_pickup"], maxDays: 1 };
    expect(read("payIn=cash,bank_transfer&payOut=cash_pickup&maxDays=1").filters).toEqual(filters);
    expect(read("payIn=cash&payIn=bank_transfer&payIn=&payOut=cash_pickup&maxDays=01").filters).toEqual(filters);
    expect(read("payIn=&payOut=&maxDays=").filters).toEqual(noFilters);
    const query = new URLSearchParams(filterQuery(read("payIn=cash,bank_transfer&maxDays=5").filters));
    expect(read(query.toString()).filters).toEqual({ payIn: ["bank_transfer", "cash"], payOut: [], maxDays: 5 });
  });

  it.each(["payIn=gold", "payOut=bank_transfer", "maxDays=31", "maxDays=-1", "maxDays=soon"])(
    "is refused with an unknown choice: %s",
    (search) => {
      expect(() => read(search)).toThrow(expect.objectContaining({ status: 400, key: "problem.no_such_choice" }));
    },
  );

  it.each([
    ["be-xx", "", "problem.no_such_corridor"],
    ["ma-be", "", "problem.no_such_corridor"],
    ["be-ma", "currency=USD", "problem.no_such_currency"],
    ["be-cd", "currency=cdf", "problem.no_such_currency"],
  ])("is not found: %s?%s", (corridor, search, key) => {
    expect(() => read(search, corridor)).toThrow(expect.objectContaining({ status: 404, key }));
  });

  it("keeps what was typed beside what is wrong with it", () => {
    expect(read("pay=1.000")).toMatchObject({
      typed: "1.000",
      reading: { amount: null, wrong: { reason: "thousands" } },
    });
    expect(() => asked("pay=1.000")).toThrow(expect.objectContaining({ status: 400, key: "amount.thousands" }));
  });

  it("starts from the sampled amount nearest 200", () => {
    expect(defaultPay({ amounts: ["50", "140", "345"] })).toBe("140");
  });
});
