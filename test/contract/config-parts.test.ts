import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { providers as simulatedProviders } from "../../services/sandbox/src/model/providers.ts";
import { simulatedSources } from "../../services/sandbox/src/sources/index.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { answersOfFixture, quoteFixtures, rateFixtures } from "../support/adapter-fixtures.ts";
import { emptyQuotes, emptyRates, promotedQuotes } from "../support/special-answers.ts";
import { requestsOf } from "../support/whole-visit.ts";

const catalog = loadCatalog("config");
/** Tariffs apart: one adapter reads them all, out of their own config. */
const sources = [...catalog.quoteSources.values(), ...catalog.rateSources.values()].filter(
  ({ key }) => !catalog.tariffs.has(key),
);
const open = sources.filter(({ status }) => status === "open");
const bothKeys = open.map(({ key }) => key).sort();
const quoteKeys = bothKeys.filter((key) => catalog.quoteSources.has(key));
const rateKeys = bothKeys.filter((key) => catalog.rateSources.has(key));

const testSuffix = ".test.ts";
/** Tests beside those of single adapters. */
const otherTests: readonly string[] = ["http-conduct", "tariff"];

describe("one key, everywhere", () => {
  it("names a source and its adapter alike", () => {
    for (const { key, adapter, status } of sources) {
      expect([key, adapter]).toEqual([key, status === "open" ? key : null]);
    }
  });

  it("has an adapter for every open source, under its own key, and no other", () => {
    expect([...allAdapters.quotes.keys()].sort()).toEqual(quoteKeys);
    expect([...allAdapters.rates.keys()].sort()).toEqual(rateKeys);
    for (const [key, adapter] of [...allAdapters.quotes, ...allAdapters.rates]) expect(adapter.key).toBe(key);
  });

  it("is simulated for every open source, and no other", () => {
    expect([...simulatedSources.keys()].sort()).toEqual(bothKeys);
  });

  it("has fixtures for every open source, and no other", () => {
    expect(readdirSync("test/fixtures/sources").sort()).toEqual(bothKeys);
    for (const table of [quoteFixtures, emptyQuotes, promotedQuotes])
      expect(Object.keys(table).sort()).toEqual(quoteKeys);
    for (const table of [rateFixtures, emptyRates]) expect(Object.keys(table).sort()).toEqual(rateKeys);
  });

  it("has a test of its own for every open source, and no other", () => {
    const tested = readdirSync("test/adapters").map((file) => file.slice(0, -testSuffix.length));
    expect(tested.filter((name) => !otherTests.includes(name)).sort()).toEqual(bothKeys);
  });
});

/** Partner countries of Belgium's development cooperation, then the largest flows and communities. */
const promised = "BJ BF BI CD GN ML MA MZ NE UG PS RW SN TZ RO TR PL BG DZ CN IN BR PH CM GH NG TN CI TG PK KE MG";
const severalCurrencies = { CD: ["USD", "CDF"], PS: ["ILS", "USD", "JOD"], RO: ["RON", "EUR"] };

describe("the corridors from Belgium", () => {
  it("are all there, enabled", () => {
    const sent = [...catalog.corridorConfigs.values()].filter((one) => one.sendCountry === "BE" && one.enabled);
    expect(sent.map(({ receiveCountry }) => receiveCountry)).toEqual(expect.arrayContaining(promised.split(" ")));
  });

  it.each(Object.entries(severalCurrencies))("name every currency that %s pays out in", (country, currencies) => {
    const corridor = catalog.corridorConfigs.get(`be-${country.toLowerCase()}`);
    expect(corridor?.receiveCurrencies).toEqual(currencies);
  });
});

describe("config and the parts it names", () => {
  it("says of every source what one visit answers, as its adapter does", () => {
    const scopes = open.map(({ key, adapter, schedule }) => {
      const scope = allAdapters.quotes.get(adapter ?? "")?.scope ?? "all";
      return [key, schedule.scope, scope];
    });
    expect(scopes.filter(([, said, is]) => said !== is)).toEqual([]);
  });

  it("says of every source how many requests a visit makes at most", () => {
    const amounts = catalog.corridorConfigs.get("be-ma")?.amounts ?? [];
    const most = new Map<string, number>();
    for (const [key, fixture] of Object.entries(quoteFixtures)) {
      const adapter = allAdapters.quotes.get(key);
      const task = adapter?.scope === "corridor" ? { ...fixture.task, amounts } : fixture.task;
      if (adapter !== undefined) most.set(key, requestsOf(adapter, task, answersOfFixture(fixture)).length);
    }
    for (const [key, adapter] of allAdapters.rates) {
      most.set(key, adapter.plan({ since: "2026-11-06", today: "2026-11-20" }).length);
    }
    const tooFew = open.filter(({ adapter, schedule }) => (most.get(adapter ?? "") ?? 0) > schedule.requests);
    expect(tooFew.map(({ key, schedule }) => [key, schedule.requests, most.get(key)])).toEqual([]);
  });

  it("knows every provider that the simulated feed speaks of", () => {
    const unknown = Object.keys(simulatedProviders).filter((alias) => catalog.providerByAlias(alias) === null);
    expect(unknown).toEqual([]);
  });

  it("knows every alias the comparison feed was seen to use for senders in euro", () => {
    const seen = [
      "remitly",
      "instarem",
      "abn-amro-bank",
      "xoom",
      "ofx",
      "bnp",
      "monese",
      "wise",
      "world-remit",
      "paypal",
    ];
    const also = ["western-union", "moneygram", "unicredit", "skrill", "commerzbank", "transferwise", "money-gram"];
    expect([...seen, ...also].filter((alias) => catalog.providerByAlias(alias) === null)).toEqual([]);
  });
});
