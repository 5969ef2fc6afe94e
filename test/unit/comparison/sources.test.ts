import { afterEach, describe, expect, it } from "@jest/globals";
import { type ComparisonScene, openComparisonScene, quoteOf, sceneCatalog } from "../../support/comparison-scene.ts";
import { buildRate } from "../../support/record-job.ts";

let scene: ComparisonScene;
afterEach(() => scene.close());

describe("the state of a rate source", () => {
  it("says how many publications were missed, weekends apart, and nothing where nothing is held", async () => {
    const rates = ["2026-11-17", "2026-11-19"].map((observedOn) => buildRate({ source: "ecb", observedOn }));
    scene = await openComparisonScene([quoteOf()], rates);
    const missed = async (key: string, at: string) => {
      scene.clock.at = new Date(at);
      const { sources } = (await scene.comparison.sources()).answer;
      return sources.find((source) => source.key === key)?.missedPublications;
    };
    expect(await missed("ecb", "2026-11-23T12:00:00.000Z")).toBe(1);
    expect(await missed("ecb", "2026-11-23T23:00:00.000Z")).toBe(2);
    expect(await missed("frankfurter", "2026-11-23T12:00:00.000Z")).toBeNull();
    expect(await missed("wise", "2026-11-23T12:00:00.000Z")).toBeNull();
  });
});

/** Calculators behind a wall or a login: known, named and never asked. */
const closed = ["ace-money-transfer", "moneygram", "moneytrans", "paypal", "revolut", "skrill", "xe", "xoom"];
const retired = ["azimo", "rewire", "sigue", "small-world"];

describe("the list of sources", () => {
  it("shows closed ones with the reason and the day, as closed and not as failing or late", async () => {
    scene = await openComparisonScene([]);
    const { sources } = (await scene.comparison.sources()).answer;
    const shut = sources.filter(({ state }) => state === "closed");
    expect(shut.map(({ key }) => key)).toEqual(closed);
    for (const source of shut) {
      expect(source).toMatchObject({ enabled: false, lastRun: null, missedRuns: null, dataHeld: 0, kind: "direct" });
      expect(source.words).toMatch(/^Not asked: [a-z].{20,}[^.] \(since 2026-\d\d-\d\d\)\.$/);
    }
    expect(shut.find(({ key }) => key === "moneytrans")?.words).toBe(
      "Not asked: a managed challenge stands before every call to its calculator (since 2026-07-06).",
    );
  });

  it("keeps a closed source's provider active, so that a feed's estimates of it are shown", async () => {
    const estimate = { source: "wise-comparisons", sourceKind: "feed", provider: "moneygram" } as const;
    scene = await openComparisonScene([quoteOf(estimate)]);
    const moneygram = scene.comparison.providers().answer.providers.find(({ key }) => key === "moneygram");
    expect(moneygram).toMatchObject({ status: "active", corridors: ["be-ma"], sources: ["wise-comparisons"] });
  });
});

describe("firms that are gone", () => {
  it("stay as retired providers, with why and since when", async () => {
    scene = await openComparisonScene([]);
    const gone = scene.comparison.providers().answer.providers.filter(({ status }) => status === "retired");
    expect(gone.map(({ key }) => key)).toEqual(retired);
    expect(gone.every(({ statusDecision }) => statusDecision !== null)).toBe(true);
    expect(gone.find(({ key }) => key === "small-world")?.statusDecision?.since).toBe("2024-06-10");
  });

  it("keep the names that old surveys know them by", () => {
    const owners = ["Azimo", "azimo", "Small World", "LCC", "Sigue", "Sigue Money Transfers", "MoneyTrans"].map(
      (name) => [...sceneCatalog.providers.values()].find(({ surveyNames }) => surveyNames.includes(name))?.key,
    );
    expect(owners).toEqual(["azimo", "azimo", "small-world", "small-world", "sigue", "sigue", "moneytrans"]);
  });
});
