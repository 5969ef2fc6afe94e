import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type HistoryAnswer,
  historyAnswer,
  type OffersAnswer,
  offersAnswer,
  type QuoteObservation,
  ratesAnswer,
  receiptAnswer,
  sourcesAnswer,
} from "@openremit/shared/contracts";
import type { z } from "zod";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { until } from "../support/until.ts";

let scene: Awaited<ReturnType<typeof openApiOnServers>>;
const now = new Date("2026-11-23T12:00:00.000Z");

/** One visit of Wise at that time. */
function visit(at: string, quotes: readonly Partial<QuoteObservation>[], source = "wise") {
  const seen = quotes.map((fields) => quoteOf({ source, received: null, observedAt: at, fetchedAt: at, ...fields }));
  return buildQuotesJob({ run: { source, fetchedAt: at }, quotes: seen });
}

async function read<Type extends z.ZodType>(path: string, schema: Type): Promise<z.output<Type>> {
  const response = await scene.get(path);
  const body: unknown = await response.json();
  expect({ status: response.status, body }).toEqual({ status: 200, body: schema.parse(body) });
  return schema.parse(body);
}

beforeAll(async () => {
  scene = await openApiOnServers(now);
  for (const day of ["18", "19", "20"]) {
    const rate = {
      source: "frankfurter",
      contributors: 5,
      observedOn: `2026-11-${day}`,
      fetchedAt: `2026-11-${day}T18:00:00.000Z`,
    };
    await scene.record(
      buildRatesJob({
        run: { source: "frankfurter", fetchedAt: `2026-11-${day}T18:00:00.000Z` },
        rates: [buildRate(rate)],
      }),
    );
  }
  await scene.record(visit("2026-11-19T08:00:00.000Z", [{ fee: "1" }, { provider: "remitly", fee: "3" }]));
  await scene.record(visit("2026-11-19T20:00:00.000Z", [{ fee: "2" }, { provider: "remitly", fee: "3" }]));
  await scene.record(
    visit("2026-11-20T08:00:00.000Z", [{ provider: "remitly", fee: "1", promotion: null }, { fee: "4" }]),
  );
  await scene.record(visit("2026-11-23T11:00:00.000Z", [{ fee: "1.5" }]));
});
afterAll(() => scene.close());

describe("the ranking as it stood then", () => {
  const feesAt = async (at: string) => {
    const answer: OffersAnswer = await read(`/v1/corridors/be-ma/offers?pay=200&at=${at}`, offersAnswer);
    return answer.offers.map(({ provider, fee, freshness }) => [provider.key, fee, freshness]);
  };

  it("is the one of that moment, with the freshness of that moment, through the same ranking", async () => {
    expect(await feesAt("2026-11-19T09:00:00Z")).toEqual([
      ["wise", "1.00", "fresh"],
      ["remitly", "3.00", "fresh"],
    ]);
    expect(await feesAt("2026-11-20T09:00:00Z")).toEqual([
      ["remitly", "1.00", "fresh"],
      ["wise", "4.00", "fresh"],
    ]);
  });

  it("says that nothing was known before the first visit", async () => {
    const answer = await read("/v1/corridors/be-ma/offers?pay=200&at=2026-11-01T00:00:00Z", offersAnswer);
    expect(answer.warnings.map(({ code }) => code)).toEqual(["no_data", "no_reference_rate"]);
  });

  it("is measured against the reference rate known then", async () => {
    const answer = await read("/v1/corridors/be-ma/offers?pay=200&at=2026-11-19T09:00:00Z", offersAnswer);
    expect(answer.reference).toMatchObject({ observedOn: "2026-11-18", value: "10.8123" });
    expect(await read("/v1/rates?quote=MAD&on=2026-11-18", ratesAnswer)).toMatchObject({ observedOn: "2026-11-18" });
  });
});

describe("what a corridor cost over time", () => {
  it("counts each offer once a day at its last price, promotions apart", async () => {
    const answer: HistoryAnswer = await read("/v1/corridors/be-ma/history?since=2026-11-18", historyAnswer);
    expect(answer.question).toEqual({ pay: "200.00", since: "2026-11-18", until: "2026-11-23", bucket: "day" });
    expect(
      answer.buckets.map(({ from, offers, cheapestCostPct, cheapestProvider }) => [
        from,
        offers,
        cheapestCostPct,
        cheapestProvider?.key,
      ]),
    ).toEqual([
      ["2026-11-19", 2, "1.02", "wise"],
      ["2026-11-20", 2, "0.52", "remitly"],
      ["2026-11-23", 1, "0.77", "wise"],
    ]);
    expect(answer.buckets[0]).toMatchObject({ meanCostPct: "1.27", medianCostPct: "1.27", providers: 2, sources: 1 });
  });

  it("pools days into weeks that start on Monday", async () => {
    const answer = await read("/v1/corridors/be-ma/history?since=2026-11-18&bucket=week", historyAnswer);
    expect(answer.buckets.map(({ from, to, offers }) => [from, to, offers])).toEqual([
      ["2026-11-16", "2026-11-22", 4],
      ["2026-11-23", "2026-11-29", 1],
    ]);
  });
});

describe("the live answer", () => {
  it("follows an announcement, and its receipt proves every price in it", async () => {
    const live = () => read("/v1/corridors/be-ma/offers?pay=200", offersAnswer);
    await until(live, ({ offers }) => offers.length === 1);
    await scene.record(visit("2026-11-23T11:30:00.000Z", [{ fee: "1.75" }]));
    const answer = await until(live, ({ offers }) => offers[0]?.fee === "1.75");
    expect(answer.offers).toMatchObject([{ fee: "1.75", freshness: "fresh" }]);
    const receipt = await read(answer.offers[0]?.receipt ?? "", receiptAnswer);
    expect(receipt).toMatchObject({
      quoteId: answer.offers[0]?.quoteId,
      provider: { key: "wise" },
      revisions: [{ revision: 1, quote: { fee: "1.75" } }],
      run: { source: "wise", outcome: "stored" },
      proof: { url: "https://acme.example/prices" },
    });
  });

  it("shows a failing source with its issue at once, and keeps its last good prices", async () => {
    const run = {
      source: "wise",
      outcome: "failed",
      errorCode: "source_shape",
      errorMessage: "not JSON",
      fetchedAt: "2026-11-23T11:45:00.000Z",
      covers: [],
    } as const;
    const issues = [{ source: "wise", code: "source_shape", subject: "quotes", detail: "not JSON" }];
    await scene.record(buildQuotesJob({ run: { ...run, covers: [] }, issues }));
    const { sources } = await read("/v1/sources", sourcesAnswer);
    expect(sources.find(({ key }) => key === "wise")).toMatchObject({
      state: "failing",
      lastRun: { outcome: "failed", errorCode: "source_shape" },
      issues: [{ code: "source_shape", count: 1 }],
    });
    const { offers } = await read("/v1/corridors/be-ma/offers?pay=200", offersAnswer);
    expect(offers).toHaveLength(1);
  });

  it("is ready, and no unknown receipt exists", async () => {
    expect((await scene.get("/readyz")).status).toBe(200);
    expect((await scene.get(`/v1/offers/${"0".repeat(32)}/receipt`)).status).toBe(404);
  });
});
