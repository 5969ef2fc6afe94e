import { afterEach, describe, expect, it } from "@jest/globals";
import type { Catalog } from "@openremit/shared/catalog";
import { noFilters } from "@openremit/shared/comparison";
import type { ProviderConfig } from "@openremit/shared/contracts";
import { type ComparisonScene, openComparisonScene, quoteOf, sceneCatalog } from "../../support/comparison-scene.ts";
import { buildRate } from "../../support/record-job.ts";

let scene: ComparisonScene | null = null;
afterEach(async () => {
  await scene?.close();
});

const beSn = { id: "be-sn", sendCountry: "BE", sendCurrency: "EUR", receiveCountry: "SN", receiveCurrency: "XOF" };
const senegal = { corridor: beSn, received: null } as const;
const rates = [buildRate({ source: "frankfurter", contributors: 5 })];

function withProvider(key: string, change: Partial<ProviderConfig>): Catalog {
  const config = sceneCatalog.providers.get(key);
  if (config === undefined) throw new Error(`no provider ${key}`);
  return { ...sceneCatalog, providers: new Map([...sceneCatalog.providers, [key, { ...config, ...change }]]) };
}

describe("the list of corridors", () => {
  it("puts the cheapest median first and corridors without a figure last, with what stands behind each", async () => {
    scene = await openComparisonScene(
      [
        quoteOf({ fee: "8", received: null }),
        quoteOf({ ...senegal, rate: "650", fee: "1" }),
        quoteOf({ ...senegal, rate: "640", fee: "1", provider: "remitly" }),
        quoteOf({ ...senegal, rate: null, provider: "ria" }),
      ],
      rates,
    );
    const { answer } = scene.comparison.corridors({ sort: "cost", from: "BE" });
    expect(answer.corridors.slice(0, 2)).toMatchObject([
      {
        corridor: beSn,
        pay: "200.00",
        bestCostPct: "1.40",
        medianCostPct: "2.16",
        meanCostPct: "2.16",
        bestProvider: { key: "wise", name: "Wise" },
        bestReceived: "129350",
        coverage: { providers: 2, sources: 1, offers: 2, unranked: 1 },
        newestObservedAt: "2026-11-23T11:50:00.000Z",
        lines: [
          { linePct: "3.00", meanIs: "below" },
          { linePct: "5.00", meanIs: "below" },
        ],
      },
      { corridor: { id: "be-ma" }, medianCostPct: "4.02", lines: [{ meanIs: "above" }, { meanIs: "below" }] },
    ]);
    expect(answer.corridors.slice(2).every(({ medianCostPct }) => medianCostPct === null)).toBe(true);
    expect(answer.corridors.every(({ corridor }) => corridor.sendCountry === "BE")).toBe(true);
  });
});

describe("providers that are not active", () => {
  it("are left out, which is said, and were not while they were active", async () => {
    const paused = withProvider("remitly", {
      status: "paused",
      statusDecision: { reason: "asked to", since: "2026-11-01" },
    });
    scene = await openComparisonScene([quoteOf(), quoteOf({ provider: "remitly" })], rates, paused);
    const question = { corridorId: "be-ma", pay: "200", receive: null, filters: noFilters, at: null };
    const { answer } = await scene.comparison.offers(question);
    expect(answer.offers.map(({ provider }) => provider.key)).toEqual(["wise"]);
    expect(answer.warnings).toMatchObject([
      { code: "provider_not_active", detail: expect.stringContaining("Remitly") },
    ]);
    await scene.close();
    const later = withProvider("remitly", {
      status: "paused",
      statusDecision: { reason: "asked to", since: "2026-12-01" },
    });
    scene = await openComparisonScene([quoteOf(), quoteOf({ provider: "remitly" })], rates, later);
    expect((await scene.comparison.offers(question)).answer.offers).toHaveLength(2);
  });
});

describe("a corridor paid out in two currencies", () => {
  it("is two corridors of money, the first one by default", async () => {
    scene = await openComparisonScene([], rates);
    const { answer } = scene.comparison.corridor({ corridorId: "be-cd" });
    expect(answer.currencies.map(({ receiveCurrency }) => receiveCurrency)).toEqual(answer.receiveCurrencies);
    expect(answer.currencies).toHaveLength(2);
  });
});
