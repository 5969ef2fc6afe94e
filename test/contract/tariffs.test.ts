import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { allAdapters, type CollectContext, collect, planTasks } from "@openremit/collector";
import { createSandbox } from "@openremit/sandbox";
import { corridorsForSource, loadCatalog } from "@openremit/shared/catalog";
import { quoteObservation, type RecordJob } from "@openremit/shared/contracts";
import { corridorKey, Decimal, fixedText } from "@openremit/shared/domain";
import { createHttpClient } from "@openremit/shared/http";
import { createMarket } from "../../services/sandbox/src/model/market.ts";
import { simulateTariff } from "../../services/sandbox/src/tariff-document.ts";
import { quoteAdapterOf } from "../../workers/collector/src/adapters/index.ts";
import { createTariffAdapter } from "../../workers/collector/src/adapters/quotes/tariff.ts";
import { quietLogger } from "../support/comparison-scene.ts";
import { answerWith } from "../support/source-fixture.ts";
import { buildTariff } from "../support/tariff.ts";

const catalog = loadCatalog("config");
const clock = { now: () => new Date("2026-11-23T12:00:00.000Z") };
const sandbox = createSandbox({ port: 0, seed: "test", tariffs: catalog.tariffs.values(), clock });
const tariffs = [...catalog.tariffs.values()];
const isTariff = (source: string) => catalog.tariffs.has(source);

beforeAll(() => sandbox.start());
afterAll(() => sandbox.stop());
afterEach(() => {
  for (const { key } of tariffs) sandbox.setFault(key, null);
});

/** A scheduled visit through the one outbound client; also what is recorded of one that fails. */
async function visit(key: string): Promise<RecordJob> {
  const task = planTasks(catalog, allAdapters, "simulated").find(({ job }) => job.source === key);
  if (task === undefined) throw new Error(`${key} is not scheduled`);
  const http = createHttpClient({
    mode: "simulated",
    version: "test",
    logger: quietLogger,
    clock,
    sandboxUrl: sandbox.url,
    saveSnapshot: async () => undefined,
  });
  const recorded: RecordJob[] = [];
  const context: CollectContext = {
    knowledge: async () => ({ catalog, adapters: allAdapters, rateRows: [] }),
    fetchAnswer: http.fetchAnswer,
    record: async (job) => void recorded.push(job),
    newRunId: () => "0b8f6f0e-3b0a-4b52-9d0c-3d5f1c0a9b11",
    clock,
    simulated: true,
  };
  await collect(task.job, context).catch(() => undefined);
  http.close();
  const [job] = recorded;
  if (job === undefined) throw new Error(`${key} left no run`);
  return job;
}

it("schedules one visit a tariff, and none that config does not hold", () => {
  const scheduled = planTasks(catalog, allAdapters, "simulated").map(({ job }) => job.source);
  expect(scheduled.filter(isTariff).sort()).toEqual([...catalog.tariffs.keys()].sort());
  expect(planTasks(catalog, allAdapters, "real").map(({ job }) => job.source)).not.toContainEqual(
    tariffs.find(({ enabled }) => !enabled)?.key,
  );
});

describe.each(tariffs.map((tariff) => [tariff.key, tariff] as const))("the tariff %s", (key, tariff) => {
  it("is visited in simulated mode: its document is not the one that was read, and its figures keep their day", async () => {
    const { run, quotes, issues } = await visit(key);
    expect(run.outcome).toBe("stored");
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quoteObservation.parse(quote)).toEqual(quote);
    expect(new Set(quotes.map(({ observedAt }) => observedAt.slice(0, 10)))).toEqual(new Set([tariff.reviewed.on]));
    expect(new Set(quotes.map(({ quoteId }) => quoteId)).size).toBe(quotes.length);
    const code = tariff.reviewed.sha256 === null ? "tariff_unhashed" : "tariff_changed";
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  it("is asked as its source says: one request, of its own origin, for everything", () => {
    const source = catalog.quoteSources.get(key);
    if (source === undefined) throw new Error(`${key} is no source`);
    const adapter = quoteAdapterOf(source, allAdapters, catalog);
    const requests = adapter.plan({ corridors: corridorsForSource(catalog, source), amounts: [] });
    expect([adapter.key, adapter.scope, requests.length]).toEqual([
      key,
      source.schedule.scope,
      source.schedule.requests,
    ]);
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual(source.origins);
  });

  it("has a line for every corridor it covers, and covers every corridor it has a line for", async () => {
    const { run, quotes } = await visit(key);
    const covered = new Set(run.covers.map(({ corridor }) => corridor.id));
    expect(new Set(quotes.map(({ corridor }) => corridor.id))).toEqual(covered);
    for (const { corridor } of quotes) expect([...catalog.corridors.keys()]).toContain(corridorKey(corridor));
  });

  it.each(["403", "500"] as const)("keeps what is known when its document answers %s", async (kind) => {
    sandbox.setFault(key, { kind });
    const { run, quotes } = await visit(key);
    expect([run.outcome, run.covers, quotes]).toEqual(["failed", [], []]);
  });
});

describe("a simulated document", () => {
  it.each(["https://alpha.example/tariff.pdf", "https://alpha.example/prices?lang=en"])(
    "stands at the address of %s alone, and is never the one that was read",
    (url) => {
      const tariff = buildTariff({ reviewed: { ...buildTariff().reviewed, url } });
      const { pathname, searchParams } = new URL(url);
      const asked = { method: "GET", path: pathname, query: searchParams, header: () => undefined, body: "" };
      const market = createMarket("test", clock.now());
      const answer = simulateTariff(tariff).answer(asked, market);
      const task = { corridors: [...catalog.corridors.values()], amounts: [] };
      const read = createTariffAdapter(tariff).parse([answerWith(answer?.body ?? "")], task);
      expect(read.flags).toEqual(["tariff_changed"]);
      expect(simulateTariff(tariff).answer({ ...asked, path: "/elsewhere" }, market)).toBe(null);
    },
  );
});

describe("the World Bank's Belgian rows of 2025 Q1", () => {
  const surveys = tariffs.filter(({ via }) => via === "survey");

  it("are the firms no source of ours asks, dated by the first day of the quarter and credited", () => {
    expect(surveys.map(({ provider }) => provider).sort()).toEqual([
      "atena-money-transfert",
      "attijariwafa-bank",
      "la-poste-via-ria",
      "moneytrans",
      "transfer-galaxy",
    ]);
    for (const { reviewed, attribution } of surveys) {
      expect([reviewed.on, reviewed.precision]).toEqual(["2025-01-01", "quarter"]);
      expect(attribution).toContain("CC BY 4.0");
    }
  });

  /** `total cost %` as published: at EUR 140 and at EUR 345. */
  it.each([
    ["attijariwafa-bank", "be-ma", ["8.57", "8.59"], ["5.20", "5.22"]],
    ["atena-money-transfert", "be-ma", ["8.22"], ["5.46"]],
    ["la-poste-via-ria", "be-ma", ["5.30"], ["3.54"]],
    ["la-poste-via-ria", "be-tr", ["6.85"], ["5.44"]],
    ["moneytrans", "be-ma", ["6.04", "6.09"], ["5.10", "5.15"]],
    ["transfer-galaxy", "be-tr", ["7.38", "7.39", "7.40"], ["5.68", "5.69", "5.70"]],
  ])("give the published total cost back for %s to %s", (provider, corridor, at140, at345) => {
    const offers = surveys
      .filter((tariff) => tariff.provider === provider)
      .flatMap((tariff) => tariff.offers)
      .filter(({ corridors }) => corridors.includes(corridor));
    const totalsAt = (amount: string) =>
      offers.map(({ feeSamples, fxMarginPct }) => {
        const fee = feeSamples?.find((sample) => sample.amount === amount)?.fee ?? "0";
        const feePct = new Decimal(fee).div(amount).times(100).toDecimalPlaces(2);
        return fixedText(feePct.plus(fxMarginPct ?? "0"), 2);
      });
    expect([totalsAt("140"), totalsAt("345")]).toEqual([at140, at345]);
  });
});
