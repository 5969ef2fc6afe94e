import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { publishedQuote, publishedRate } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { quotesOfFixture, ratesOfFixture } from "../support/adapter-fixtures.ts";
import { corridorOf } from "../support/quote-task.ts";

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const catalog = loadCatalog(pathOf("../../config"));
const quoteAdapters = [...allAdapters.quotes.values()];
const rateAdapters = [...allAdapters.rates.values()];
const originsOf = (requests: readonly { readonly url: string }[]) => requests.map(({ url }) => new URL(url).origin);

describe("the set of adapters", () => {
  it("has a quote source's config for every adapter, and an adapter for every open source", () => {
    const named = [...catalog.quoteSources.values()].flatMap(({ adapter }) => adapter ?? []);
    expect([...named].sort()).toEqual([...allAdapters.quotes.keys()].sort());
  });

  it("has a rate source's config for every adapter, and an adapter for every open source", () => {
    const named = [...catalog.rateSources.values()].flatMap(({ adapter }) => adapter ?? []);
    expect([...new Set(named)].sort()).toEqual([...allAdapters.rates.keys()].sort());
  });

  it.each([...quoteAdapters, ...rateAdapters].map(({ key }) => key))("keeps answers of %s to test against", (key) => {
    expect(existsSync(pathOf(`../fixtures/sources/${key}`))).toBe(true);
  });
});

describe.each(quoteAdapters.map((adapter) => [adapter.key, adapter] as const))("the adapter of %s", (key, adapter) => {
  const { quotes } = quotesOfFixture(key);

  it("yields quotes as the contract says", () => {
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(publishedQuote.parse(quote)).toEqual(quote);
  });

  it("quotes each offer once", () => {
    const offers = quotes.map(({ provider, corridor, payIn, payOut }) =>
      [provider, corridorKey(corridor), payIn, payOut].join(),
    );
    expect(new Set(offers).size).toBe(offers.length);
  });

  it("asks only the origins that its config names", () => {
    const source = catalog.quoteSources.get(key);
    for (const corridor of ["be-ma:EUR-MAD", "be-cd:EUR-USD", "es-ph:EUR-PHP"].map(corridorOf)) {
      const requests = adapter.plan({ corridors: [corridor], amounts: ["200"] });
      expect(requests.length).toBeGreaterThan(0);
      for (const origin of originsOf(requests)) expect(source?.origins).toContain(origin);
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

describe.each(rateAdapters.map((adapter) => [adapter.key, adapter] as const))("the adapter of %s", (key, adapter) => {
  it("yields rates as the contract says", () => {
    const { rates } = ratesOfFixture(key);
    expect(rates.length).toBeGreaterThan(0);
    for (const rate of rates) expect(publishedRate.parse(rate)).toEqual(rate);
  });

  it("asks only the origins that its config names", () => {
    const source = [...catalog.rateSources.values()].find(({ adapter: named }) => named === key);
    for (const origin of originsOf(adapter.plan({ since: null, today: "2026-11-20" })))
      expect(source?.origins).toContain(origin);
  });
});
