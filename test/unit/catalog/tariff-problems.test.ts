import { describe, expect, it } from "@jest/globals";
import { corridorsForSource, findConfigProblems, loadCatalog, problemLine } from "@openremit/shared/catalog";
import type { TariffConfig, TariffOffer } from "@openremit/shared/contracts";
import { type ConfigChanges, likeSound, withConfigDirectory } from "../../support/config-directory.ts";
import { buildTariff, buildTariffOffer } from "../../support/tariff.ts";

const file = "tariffs/alpha-tariff.json";
const fromFrance = likeSound("corridors/be-ma.json", { id: "fr-ma", sendCountry: "FR" });
const { reviewed, conduct } = buildTariff();
const samplesOf = (...pairs: [amount: string, fee: string][]) => ({
  feeSchedule: null,
  feeSamples: pairs.map(([amount, fee]) => ({ amount, fee })),
});
const band = (min: string, max: string) => ({ band: { min, max } });

function problemsOf(tariff: Partial<TariffConfig>, changes: ConfigChanges = {}): string[] {
  return withConfigDirectory({ [file]: { ...buildTariff(tariff) }, ...changes }, (directory) =>
    findConfigProblems(directory).problems.map((problem) => problemLine(problem).replaceAll(`${directory}/`, "")),
  );
}

const offers = (...lines: Partial<TariffOffer>[]) => ({ offers: lines.map(buildTariffOffer) });

describe("the config check of a tariff", () => {
  it("finds nothing wrong with a sound one", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, Partial<TariffConfig>, string]>([
    ["another name than its key", { key: "beta" }, '$.key: "beta" in a file named alpha-tariff.json: name the file'],
    ["a provider nobody knows", { provider: "beta" }, '$.provider: no provider "beta": add providers/beta.json or'],
    [
      "a document in the clear",
      { reviewed: { ...reviewed, url: "http://alpha.example/tariff.pdf" } },
      '$.reviewed.url: "http://alpha.example/tariff.pdf" is not encrypted: write the https address of the document',
    ],
    [
      "a hash that is none",
      { reviewed: { ...reviewed, sha256: "abc" } },
      '$.reviewed.sha256: "abc" is not right (a SHA-256 in hexadecimal): write a SHA-256 in hexadecimal',
    ],
    [
      "a day within the quarter that is all that is known",
      { reviewed: { ...reviewed, on: "2026-02-01", precision: "quarter" } },
      "$.reviewed.on: 2026-02-01 is not the first day of a quarter: write its first day",
    ],
    [
      "a day within the month",
      { reviewed: { ...reviewed, precision: "month" } },
      "$.reviewed.on: 2026-11-20 is not the first day of a month: write its first day",
    ],
    [
      "a review later than anybody was there",
      { conduct: { ...conduct, checkedOn: "2026-11-19" } },
      "$.reviewed.on: 2026-11-20 is later than what is known of the site, of 2026-11-19: correct the day, or",
    ],
    ["a look at the document every hour", { everyMinutes: 60 }, "$.everyMinutes: 60 is not right (Too small"],
    [
      "a corridor nobody knows",
      offers({ corridors: ["be-xx"] }),
      '$.offers[0].corridors[0]: no corridor "be-xx": add corridors/be-xx.json or remove it',
    ],
    [
      "a currency that is not paid out there",
      offers({ receiveCurrencies: ["EUR"] }),
      "$.offers[0].receiveCurrencies[0]: none of its corridors pays out EUR: correct the corridors or the currency",
    ],
    [
      "a currency twice",
      offers({ receiveCurrencies: ["MAD", "MAD"], rate: null }),
      '$.offers[0].receiveCurrencies[1]: "MAD" stands there twice: keep it once',
    ],
    [
      "one rate for every currency",
      offers({ receiveCurrencies: "all" }),
      "$.offers[0].rate: one figure for several currencies: make a line for each",
    ],
    [
      "one pay-out fee for every currency",
      offers({ receiveCurrencies: "all", rate: null, payOutFee: "5" }),
      "$.offers[0].payOutFee: one figure for several currencies: make a line for each",
    ],
    [
      "OUR with the fee inside",
      offers({ charges: "our", feePlacement: "inside" }),
      '$.offers[0].feePlacement: "inside" although the charges are "our": write "on_top" or correct the charges',
    ],
    [
      "BEN with the fee on top",
      offers({ charges: "ben" }),
      '$.offers[0].feePlacement: "on_top" although the charges are "ben": write "inside" or correct the charges',
    ],
    [
      "two lines that nothing tells apart",
      offers({}, { rate: null, receiveCurrencies: "all" }),
      "$.offers[1].line: the same corridor and methods as $.offers[0]: say what tells them apart",
    ],
    [
      "a schedule and samples",
      offers({ feeSamples: [{ amount: "140", fee: "5" }] }),
      "$.offers[0].feeSamples: beside `feeSchedule`: keep the one that is published",
    ],
    [
      "a rate and a margin",
      offers({ fxMarginPct: "1.5" }),
      "$.offers[0].fxMarginPct: beside `rate`: keep the one that is published",
    ],
    [
      "tiers that do not begin at 0",
      offers({ feeSchedule: { tiers: [{ from: "10", flat: "5", pct: "0", min: null, max: null }] } }),
      "$.offers[0].feeSchedule.tiers: fee schedule: the first tier must start at 0: correct the tiers",
    ],
    [
      "samples out of order",
      offers(samplesOf(["345", "9"], ["140", "5"])),
      '$.offers[0].feeSamples[1].amount: "140" does not exceed "345" before it: sort the amounts, each once',
    ],
    [
      "a fee that cannot be paid",
      offers(samplesOf(["140", "5.005"])),
      '$.offers[0].feeSamples[0].fee: "5.005" is finer than EUR can be paid: use 2 places',
    ],
    ["a band without room", offers(band("100", "100")), '$.offers[0].band: "100" does not exceed "100": correct one'],
    [
      "a margin no provider has",
      offers({ rate: null, fxMarginPct: "-26" }),
      "$.offers[0].fxMarginPct: a margin of -26 %: write per cent, at most 25 either way",
    ],
  ])("names %s", (_what, tariff, line) => {
    expect(problemsOf(tariff)).toEqual([expect.stringContaining(`${file}: ${line}`)]);
  });

  it("names a key that another source has", () => {
    const changes = { "tariffs/alpha.json": { ...buildTariff({ key: "alpha" }) } };
    expect(problemsOf({}, changes)).toEqual([
      'tariffs/alpha.json: $.key: a source is named "alpha" too: choose another key',
    ]);
  });

  it("names a corridor that begins elsewhere", () => {
    const changes = { "corridors/fr-ma.json": fromFrance };
    expect(problemsOf(offers({ corridors: ["fr-ma"] }), changes)).toEqual([
      `${file}: $.offers[0].corridors[0]: "fr-ma" begins in FR in EUR: name corridors from BE in EUR`,
    ]);
  });

  it("names an enabled tariff of a provider that is not active", () => {
    const statusDecision = { reason: "closed its counters", since: "2026-01-01" };
    const changes = { "providers/alpha.json": { status: "paused", statusDecision } };
    expect(problemsOf({ enabled: true }, changes)).toEqual([
      `${file}: $.enabled: enabled although alpha is paused: write false`,
    ]);
  });
});

describe("a tariff in the catalog", () => {
  const load = (tariff: Partial<TariffConfig> = {}) =>
    withConfigDirectory({ [file]: { ...buildTariff(tariff) }, "corridors/fr-ma.json": fromFrance }, loadCatalog);

  it("is a source of quotes: its document is looked at once a day, and its day is the review's", () => {
    const catalog = load();
    expect(catalog.quoteSources.get("alpha-tariff")).toMatchObject({
      kind: "tariff",
      provider: "alpha",
      adapter: "alpha-tariff",
      origins: ["https://alpha.example"],
      schedule: { everyMinutes: 1440, scope: "all", requests: 1 },
      status: "open",
      enabled: false,
      verified: { how: "documented", on: "2026-11-20" },
    });
    expect(catalog.tariffs.get("alpha-tariff")?.offers).toHaveLength(1);
  });

  it("reaches the corridors its lines name, from its own country alone", () => {
    const idsOf = (tariff: Partial<TariffConfig>) => {
      const catalog = load(tariff);
      return corridorsForSource(catalog, catalog.quoteSources.get("alpha-tariff") ?? { corridors: [] }).map(
        ({ id }) => id,
      );
    };
    expect(idsOf({})).toEqual(["be-ma"]);
    expect(idsOf({ sendCountry: "FR" })).toEqual(["fr-ma"]);
  });

  it("is a survey where its figures were read in one", () => {
    expect(load({ via: "survey" }).quoteSources.get("alpha-tariff")?.kind).toBe("survey");
  });
});
