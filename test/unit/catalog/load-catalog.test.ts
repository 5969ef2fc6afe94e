import { describe, expect, it } from "@jest/globals";
import { type Catalog, corridorsForSource, loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { type ConfigChanges, likeSound, withConfigDirectory } from "../../support/config-directory.ts";

const load = (changes: ConfigChanges = {}): Catalog => withConfigDirectory(changes, loadCatalog);

describe("loadCatalog", () => {
  it("makes one corridor of money per pay-out currency, the default first", () => {
    const catalog = load({ "corridors/be-ma.json": { receiveCurrencies: ["MAD", "EUR"] } });
    expect([...catalog.corridors]).toEqual([
      [
        "be-ma:EUR-MAD",
        { id: "be-ma", sendCountry: "BE", sendCurrency: "EUR", receiveCountry: "MA", receiveCurrency: "MAD" },
      ],
      [
        "be-ma:EUR-EUR",
        { id: "be-ma", sendCountry: "BE", sendCurrency: "EUR", receiveCountry: "MA", receiveCurrency: "EUR" },
      ],
    ]);
  });

  it("knows a provider by its key and by every alias, and says so when nobody does", () => {
    const catalog = load();
    expect(["alpha", "alpha-money", "omega"].map((alias) => catalog.providerByAlias(alias)?.key)).toEqual([
      "alpha",
      "alpha",
      undefined,
    ]);
  });

  it("hands out frozen objects, all the way down", () => {
    const catalog = load();
    const config = catalog.corridorConfigs.get("be-ma");
    expect([catalog, config, config?.amounts, catalog.rateKnowledge([]).pegs[0]].map(Object.isFrozen)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it("accepts Kosovo, which has no ISO code of its own", () => {
    const fields = { id: "be-xk", receiveCountry: "XK", receiveCurrencies: ["EUR"] };
    const catalog = load({ "corridors/be-xk.json": likeSound("corridors/be-ma.json", fields) });
    expect(catalog.corridors.has("be-xk:EUR-EUR")).toBe(true);
  });

  it("throws one ConfigError that holds every problem as a line and as an object", () => {
    const changes = { "providers/alpha.json": { kind: "shop" }, "corridors/be-ma.json": { amounts: ["200", "50"] } };
    const thrown = errorOf(() => load(changes));
    expect(thrown).toBeInstanceOf(ConfigError);
    expect(thrown.message.split("\n")).toEqual([
      expect.stringMatching(
        /providers\/alpha\.json: \$\.kind: "shop" is not right .*: write one of "money_transfer_op/,
      ),
      expect.stringMatching(/corridors\/be-ma\.json: \$\.amounts\[1\]: "50" does not exceed "200" before it: sort/),
    ]);
    expect(thrown.details).toMatchObject({ problems: [{ path: "$.kind" }, { path: "$.amounts[1]" }] });
  });

  it("loads the project's own config", () => {
    const catalog = loadCatalog("config");
    expect([...catalog.corridors.keys()]).toEqual(
      expect.arrayContaining(["be-cd:EUR-CDF", "be-cd:EUR-USD", "be-ma:EUR-MAD", "es-ph:EUR-PHP"]),
    );
    expect([...catalog.quoteSources.values(), ...catalog.rateSources.values()].filter((one) => one.enabled)).toEqual(
      [],
    );
  });
});

describe("receiverLinesOf", () => {
  it("hands out a corridor's lines with their figures parsed, and none in another currency or country", () => {
    const catalog = load();
    const at = (receiveCountry: string, receiveCurrency: string) =>
      catalog.receiverLinesOf({ receiveCountry, receiveCurrency });
    expect(at("MA", "MAD").map(({ id, schedule }) => [id, schedule?.tiers[0]?.flat.toString()])).toEqual([
      ["ma-sample-fee", "5"],
    ]);
    expect([at("MA", "EUR"), at("TN", "MAD")]).toEqual([[], []]);
  });
});

describe("corridorsForSource", () => {
  const changes = {
    "corridors/be-tr.json": likeSound("corridors/be-ma.json", {
      id: "be-tr",
      receiveCountry: "TR",
      receiveCurrencies: ["TRY"],
      enabled: false,
    }),
    "corridors/be-sn.json": likeSound("corridors/be-ma.json", {
      id: "be-sn",
      receiveCountry: "SN",
      receiveCurrencies: ["XOF"],
    }),
  };

  it("leaves out disabled corridors where a source covers all", () => {
    const ids = corridorsForSource(load(changes), { corridors: "all" }).map(({ id }) => id);
    expect(ids).toEqual(["be-ma", "be-sn"]);
  });

  it("keeps to the corridors a source names", () => {
    const ids = corridorsForSource(load(changes), { corridors: ["be-sn", "be-tr"] }).map(({ id }) => id);
    expect(ids).toEqual(["be-sn"]);
  });
});

describe("countries", () => {
  it("finds a country by its code, a former one too, and by any of its names", () => {
    const { countries } = load();
    expect(countries.byCode("XKX")).toEqual({ code: "XKX", former: false });
    expect(countries.byCode(" ksv ")).toEqual({ code: "XKX", former: true });
    expect(countries.byName("  KOSOVA ")).toEqual({ code: "XKX", former: false });
    expect(countries.byCode("ZZZ")).toBeNull();
    expect([countries.nameOf("XKX"), countries.regionOf("XKX")]).toEqual(["Kosovo", "Europe"]);
  });
});

describe("rateKnowledge", () => {
  it("carries parities as decimals, policies, calendars and the rows it was given", () => {
    const knowledge = load().rateKnowledge([]);
    expect(knowledge.pegs.map(({ currency, value }) => `${currency} ${value.toString()}`)).toEqual(["XOF 655.957"]);
    expect(knowledge.sources.get("bank")).toEqual({
      key: "bank",
      layer: 1,
      minimumContributors: 1,
      publication: { calendar: "target", atUtc: "15:00" },
    });
    expect([...knowledge.targetClosedOn]).toEqual(["2026-01-01", "2026-04-03"]);
    expect(knowledge.rows).toEqual([]);
  });

  it("floats what no file speaks of, and pegs hard what has a parity in force and no regime of its own", () => {
    const regimes = [
      { currency: "NGN", regime: "managed", since: "2023-06-01", source: "its central bank" },
      { currency: "NGN", regime: "multiple", since: "2016-06-01", source: "its central bank" },
    ];
    const ended = { currency: "BGN", anchor: "EUR", value: "1.95583", since: "2006-01-12", until: "2025-12-31" };
    const running = { currency: "XOF", anchor: "EUR", value: "655.957", since: "1999-01-01", until: null };
    const pegs = [ended, running].map((peg) => ({ ...peg, source: "its central bank" }));
    const { regimeOf } = load({ "regimes.json": { regimes }, "pegs.json": { pegs } }).rateKnowledge([]);
    const on = (day: string) => ["NGN", "BGN", "XOF", "PHP"].map((currency) => regimeOf(currency, day));
    expect(on("2026-11-23")).toEqual(["managed", "float", "hard_peg", "float"]);
    expect(on("2025-12-31")).toEqual(["managed", "hard_peg", "hard_peg", "float"]);
    expect(on("2023-05-31")).toEqual(["multiple", "hard_peg", "hard_peg", "float"]);
    expect(on("2006-01-11")).toEqual(["float", "float", "hard_peg", "float"]);
  });

  it("lets a regime whose start is not known hold for all days before the next one", () => {
    const regimes = [
      { currency: "LBP", regime: "managed", since: "2024-02-01", source: "its central bank" },
      { currency: "LBP", regime: "multiple", since: null, source: "its central bank" },
    ];
    const { regimeOf } = load({ "regimes.json": { regimes } }).rateKnowledge([]);
    const days = ["1999-01-04", "2024-01-31", "2024-02-01"];
    expect(days.map((day) => regimeOf("LBP", day))).toEqual(["multiple", "multiple", "managed"]);
  });
});

function errorOf(act: () => unknown): ConfigError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
