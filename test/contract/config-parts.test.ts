import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { providers as simulatedProviders } from "../../services/sandbox/src/model/providers.ts";
import { simulatedSources } from "../../services/sandbox/src/sources/index.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { answersOfFixture, quoteFixtures } from "../support/adapter-fixtures.ts";
import { requestsOf } from "../support/whole-visit.ts";

const catalog = loadCatalog("config");
const open = [...catalog.quoteSources.values(), ...catalog.rateSources.values()].filter((one) => one.status === "open");

const adaptersOf = (sources: Iterable<{ readonly adapter: string | null }>) =>
  [...sources].flatMap(({ adapter }) => (adapter === null ? [] : [adapter])).sort();

describe("config and the parts it names", () => {
  it("names every adapter there is, and no other", () => {
    expect(adaptersOf(catalog.quoteSources.values())).toEqual([...allAdapters.quotes.keys()].sort());
    expect(adaptersOf(catalog.rateSources.values())).toEqual([...allAdapters.rates.keys()].sort());
  });

  it("simulates every open source", () => {
    expect([...simulatedSources.keys()].sort()).toEqual(open.map(({ key }) => key).sort());
  });

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

  it("asks only the origins a source is configured for", () => {
    const corridor = catalog.corridors.get("be-ma:EUR-MAD");
    if (corridor === undefined) throw new Error("be-ma is not configured");
    const strangers = [...catalog.quoteSources.values()].flatMap(({ adapter, origins }) =>
      (allAdapters.quotes.get(adapter ?? "")?.plan({ corridors: [corridor], amounts: ["200"] }) ?? [])
        .map(({ url }) => new URL(url).origin)
        .filter((origin) => !origins.includes(origin)),
    );
    const rateStrangers = [...catalog.rateSources.values()].flatMap(({ adapter, origins }) =>
      ["2026-11-20", "2026-01-01"]
        .flatMap((since) => allAdapters.rates.get(adapter ?? "")?.plan({ since, today: "2026-11-20" }) ?? [])
        .map(({ url }) => new URL(url).origin)
        .filter((origin) => !origins.includes(origin)),
    );
    expect([...strangers, ...rateStrangers]).toEqual([]);
  });
});
