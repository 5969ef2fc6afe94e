import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { findQuestion, type TypedQuestion } from "../../../../services/standalone/src/commands/source/find-question.ts";
import { findSource } from "../../../../services/standalone/src/commands/source/find-source.ts";

const catalog = loadCatalog("config");
const ask = (key: string, typed: TypedQuestion = {}) => findQuestion(catalog, findSource(catalog, key), typed).job;

describe("a key as typed", () => {
  it.each([
    ["remitley", "Did you mean remitly?"],
    ["Western Union", "Did you mean western-union?"],
    ["xyzzy", "npm run source -- list names them all."],
  ])("%s: %s", (key, hint) => expect(() => findSource(catalog, key)).toThrow(hint));
});

describe("a question as typed", () => {
  it("is the source's first corridor at its usual amount, unless said", () => {
    expect(ask("remitly")).toEqual({
      schemaVersion: 1,
      source: "remitly",
      corridorKeys: ["be-bf:EUR-XOF"],
      amounts: ["200"],
    });
  });

  it("names corridor, amount and currency", () => {
    const typed = { corridor: "be-cd", amount: "99.50", currency: "cdf" };
    expect(ask("remitly", typed)).toMatchObject({ corridorKeys: ["be-cd:EUR-CDF"], amounts: ["99.50"] });
    expect(ask("remitly", { corridor: "be-cd" })).toMatchObject({ corridorKeys: ["be-cd:EUR-USD"] });
  });

  it("has no amount where a source answers everything at once, and no corridor where it is about rates", () => {
    expect(ask("taptap-send", { corridor: "be-ma", amount: "200" })).toMatchObject({ amounts: [] });
    expect(ask("ecb", { corridor: "be-ma", amount: "200" })).toMatchObject({ corridorKeys: [], amounts: [] });
  });

  it.each([
    [{ corridor: "be-mq" }, 'There is no corridor "be-mq" in config/corridors. Did you mean be-ma?'],
    [{ corridor: "be-uz" }, /^remitly is not asked about be-uz: its config covers be-bf, be-bg, /],
    [{ corridor: "be-cd", currency: "EUR" }, "be-cd does not pay out in EUR: choose --currency USD, CDF."],
    [{ amount: "2,5" }, '"2,5" is not an amount: write a number such as 200 or 99.50.'],
    [{ amount: "0" }, '"0" is not an amount'],
  ])("is refused in one line: %j", (typed, line) => expect(() => ask("remitly", typed)).toThrow(line));
});
