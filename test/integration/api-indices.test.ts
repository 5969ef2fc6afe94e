import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type IndexAnswer, indexAnswer, type QuoteObservation } from "@openremit/shared/contracts";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";

let scene: Awaited<ReturnType<typeof openApiOnServers>>;

/** One visit of Wise at that time; a rate of 10.8123 makes the margin nought. */
function visit(at: string, quotes: readonly Partial<QuoteObservation>[]) {
  const seen = quotes.map((fields) =>
    quoteOf({ rate: "10.8123", received: null, observedAt: at, fetchedAt: at, ...fields }),
  );
  return buildQuotesJob({ run: { source: "wise", fetchedAt: at }, quotes: seen });
}

async function read(path: string): Promise<IndexAnswer> {
  const response = await scene.get(path);
  const body: unknown = await response.json();
  expect({ status: response.status, body }).toEqual({ status: 200, body: indexAnswer.parse(body) });
  return indexAnswer.parse(body);
}

beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"));
  for (const day of ["18", "19"]) {
    const fetchedAt = `2026-11-${day}T18:00:00.000Z`;
    const rate = { source: "frankfurter", contributors: 5, observedOn: `2026-11-${day}`, fetchedAt };
    await scene.record(buildRatesJob({ run: { source: "frankfurter", fetchedAt }, rates: [buildRate(rate)] }));
  }
  await scene.record(
    visit("2026-11-19T08:00:00.000Z", [
      { amount: "140", fee: "1.4" },
      { amount: "140", fee: "2.8", payIn: "debit_card" },
      { amount: "140", fee: "4.2", provider: "remitly" },
      { amount: "140", fee: "14", provider: "remitly", payIn: "debit_card" },
      { amount: "345", fee: "3.45" },
      { amount: "345", fee: "6.90", provider: "remitly" },
      { amount: "200", fee: "199" },
    ]),
  );
});
afterAll(() => scene.close());

describe("the live index of a corridor", () => {
  it("is mean, median and the cheapest three of a day at EUR 140 and 345, with what is behind them", async () => {
    const answer = await read("/v1/indices/be-ma?since=2026-11-18");
    expect(answer.days).toEqual([
      {
        day: "2026-11-19",
        amounts: [
          {
            amount: "140.00",
            meanCostPct: "4.00",
            medianCostPct: "2.50",
            cheapest3CostPct: "2.00",
            offers: 4,
            providers: 2,
            sources: 1,
            withoutReference: 0,
          },
          {
            amount: "345.00",
            meanCostPct: "1.50",
            medianCostPct: "1.50",
            cheapest3CostPct: null,
            offers: 2,
            providers: 2,
            sources: 1,
            withoutReference: 0,
          },
        ],
      },
    ]);
    expect(answer).toMatchObject({
      question: { since: "2026-11-18", until: "2026-11-23" },
      n: 6,
      method: "/v1/method#7-statistics",
      warnings: [],
    });
  });

  it("has another version where a rate that came later changes a day that is over", async () => {
    const path = "/v1/indices/be-ma?since=2026-11-18&until=2026-11-20";
    const historyPath = "/v1/corridors/be-ma/history?since=2026-11-18&until=2026-11-20&pay=140";
    const [before, again] = [await read(path), await read(path)];
    expect(again.dataVersion).toBe(before.dataVersion);
    const history = await scene.get(historyPath);
    const rate = { source: "frankfurter", contributors: 5, observedOn: "2026-11-19", value: "10.9" };
    const fetchedAt = "2026-11-20T08:00:00.000Z";
    await scene.record(
      buildRatesJob({ run: { source: "frankfurter", fetchedAt }, rates: [buildRate({ ...rate, fetchedAt })] }),
    );
    // What was answered before is kept no longer than this.
    scene.clock.at = new Date("2026-11-23T12:05:00.000Z");
    const after = await read(path);
    expect(after.days[0]?.amounts[0]?.meanCostPct).not.toBe(before.days[0]?.amounts[0]?.meanCostPct);
    expect(after.dataVersion).not.toBe(before.dataVersion);
    const later = await scene.get(historyPath);
    expect(later.headers.get("etag")).not.toBe(history.headers.get("etag"));
  });

  it("has no percentages of a day whose offers show that the reference is not what people get", async () => {
    await scene.record(
      visit("2026-11-21T08:00:00.000Z", [
        { amount: "140", rate: "11.1" },
        { amount: "140", rate: "11.2", payIn: "debit_card" },
        { amount: "140", rate: "11.3", provider: "remitly" },
        { amount: "345", rate: "11.2" },
      ]),
    );
    const { days, n } = await read("/v1/indices/be-ma?since=2026-11-21&until=2026-11-21");
    expect(days[0]?.amounts).toMatchObject([
      { meanCostPct: null, medianCostPct: null, cheapest3CostPct: null, offers: 0, withoutReference: 3 },
      // Fewer than three offers say nothing about a market.
      { meanCostPct: expect.stringMatching(/^-/), offers: 1, withoutReference: 0 },
    ]);
    expect(n).toBe(1);
  });

  it("says that nothing was observed, and refuses days that make no sense", async () => {
    const nothing = await read("/v1/indices/be-ma?since=2026-10-01&until=2026-10-02");
    expect(nothing).toMatchObject({ days: [], n: 0, warnings: [{ code: "no_data" }] });
    expect((await scene.get("/v1/indices/be-ma?until=2027-01-01")).status).toBe(400);
    expect((await scene.get("/v1/indices/be-zz")).status).toBe(404);
  });
});
