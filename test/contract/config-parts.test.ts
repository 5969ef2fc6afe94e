import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { providers as simulatedProviders } from "../../services/sandbox/src/model/providers.ts";
import { simulatedSources } from "../../services/sandbox/src/sources/index.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";

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
      [null, "2026-01-01"]
        .flatMap((since) => allAdapters.rates.get(adapter ?? "")?.plan({ since, today: "2026-11-20" }) ?? [])
        .map(({ url }) => new URL(url).origin)
        .filter((origin) => !origins.includes(origin)),
    );
    expect([...strangers, ...rateStrangers]).toEqual([]);
  });
});
