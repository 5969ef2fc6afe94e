import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { publishedQuote, publishedRate } from "@openremit/shared/contracts";
import { corridorKey, isCurrency } from "@openremit/shared/domain";
import type { RateTask } from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { quotesOfFixture, ratesOfFixture } from "../support/adapter-fixtures.ts";
import { corridorOf, newestRates } from "../support/quote-task.ts";
import {
  emptyQuotes,
  emptyRates,
  promotedQuotes,
  readSpecialQuotes,
  readSpecialRates,
} from "../support/special-answers.ts";

const catalog = loadCatalog("config");
const quoteAdapters = [...allAdapters.quotes];
const rateAdapters = [...allAdapters.rates];
const originsOf = (requests: readonly { readonly url: string }[]) => requests.map(({ url }) => new URL(url).origin);
const wholeMonths: RateTask = { since: "2026-01-01", today: "2026-11-20" };

describe.each(quoteAdapters)("the adapter of %s", (key, adapter) => {
  const { quotes } = quotesOfFixture(key);

  it("yields quotes as the contract says", () => {
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(publishedQuote.parse(quote)).toEqual(quote);
  });

  it("speaks of corridors that config knows", () => {
    for (const { corridor } of quotes) expect(catalog.corridors.get(corridorKey(corridor))).toEqual(corridor);
  });

  it("quotes each offer once", () => {
    const offers = quotes.map(({ provider, corridor, payIn, payOut }) =>
      [provider, corridorKey(corridor), payIn, payOut].join(),
    );
    expect(new Set(offers).size).toBe(offers.length);
  });

  it("reads the source's own word for no price as none, or says why there is no such word", () => {
    const empty = emptyQuotes[key] ?? { missing: "" };
    if ("missing" in empty) expect(empty.missing).toMatch(/\w+ \w+ \w+/);
    else expect(readSpecialQuotes(key, empty).quotes).toEqual([]);
  });

  it("keeps a promotion apart from the standing price, or says why none can show", () => {
    const promoted = promotedQuotes[key] ?? { missing: "" };
    if ("missing" in promoted) {
      expect(promoted.missing).toMatch(/\w+ \w+ \w+/);
      return;
    }
    const promotions = readSpecialQuotes(key, promoted).quotes.filter(({ promotion }) => promotion !== null);
    expect(promotions.length).toBeGreaterThan(0);
    for (const { priceKind, rate, fee, received, promotion } of promotions) {
      if (priceKind === "promotion") expect([rate, fee, received]).toEqual([null, null, null]);
      else expect([rate, fee, received]).not.toEqual([promotion?.rate, promotion?.fee, promotion?.received]);
      if (received !== null) expect(received).not.toBe(promotion?.received);
    }
  });

  it("asks only the origins that its config names", () => {
    for (const corridor of ["be-ma:EUR-MAD", "be-cd:EUR-USD", "es-ph:EUR-PHP"].map(corridorOf)) {
      const requests = adapter.plan({ corridors: [corridor], amounts: ["200"] });
      expect(requests.length).toBeGreaterThan(0);
      expect(catalog.quoteSources.get(key)?.origins).toEqual(expect.arrayContaining(originsOf(requests)));
    }
  });

  it("wears no disguise", () => {
    const requests = adapter.plan({ corridors: [corridorOf("be-ma:EUR-MAD")], amounts: ["200"] });
    const names = requests.flatMap(({ headers }) => Object.keys(headers ?? {}));
    expect(names).not.toContainEqual(
      expect.stringMatching(/^(user-agent|origin|referer|cookie|authorization|sec-.*)$/i),
    );
  });
});

describe.each(rateAdapters)("the adapter of %s", (key, adapter) => {
  const { rates } = ratesOfFixture(key);

  it("yields rates as the contract says, between currencies that exist", () => {
    expect(rates.length).toBeGreaterThan(0);
    for (const rate of rates) expect(publishedRate.parse(rate)).toEqual(rate);
    expect(rates.flatMap(({ base, quote }) => [base, quote]).filter((code) => !isCurrency(code))).toEqual([]);
  });

  it("reads the source's own word for no publication as none, or says why there is no such word", () => {
    const empty = emptyRates[key] ?? { missing: "" };
    if ("missing" in empty) expect(empty.missing).toMatch(/\w+ \w+ \w+/);
    else expect(readSpecialRates(key, empty).rates).toEqual([]);
  });

  it.each([newestRates, wholeMonths])("asks only the origins that its config names, from $since on", (task) => {
    const requests = adapter.plan(task);
    expect(requests.length).toBeGreaterThan(0);
    expect(catalog.rateSources.get(key)?.origins).toEqual(expect.arrayContaining(originsOf(requests)));
  });
});
