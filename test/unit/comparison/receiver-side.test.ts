import { afterEach, describe, expect, it } from "@jest/globals";
import type { Catalog } from "@openremit/shared/catalog";
import { noFilters } from "@openremit/shared/comparison";
import { type OffersAnswer, offersAnswer, type QuoteObservation } from "@openremit/shared/contracts";
import { type ComparisonScene, openComparisonScene, quoteOf, sceneCatalog } from "../../support/comparison-scene.ts";
import { corridorOf } from "../../support/quote-task.ts";
import { buildRate } from "../../support/record-job.ts";

const scenes: ComparisonScene[] = [];
const kes = [buildRate({ source: "frankfurter", contributors: 5, quote: "KES", value: "150" })];
const withoutLines: Catalog = { ...sceneCatalog, receiverLinesOf: () => [] };

/** To Kenya, EUR 200 at 149.00. */
const toKenya = (fields: Partial<QuoteObservation> = {}) =>
  quoteOf({ corridor: corridorOf("be-ke:EUR-KES"), payOut: "mobile_wallet", fee: "1", rate: "149", ...fields });

async function offersOf(quotes: readonly QuoteObservation[], catalog = sceneCatalog, at?: Date): Promise<OffersAnswer> {
  const scene = await openComparisonScene(quotes, kes, catalog);
  scenes.push(scene);
  scene.clock.at = at ?? scene.clock.at;
  const corridorId = quotes[0]?.corridor.id ?? "";
  const question = { corridorId, pay: "200", receive: null, filters: noFilters, at: null };
  const { answer } = await scene.comparison.offers(question);
  expect(offersAnswer.parse(answer)).toEqual(answer);
  return answer;
}

afterEach(async () => {
  await Promise.all(scenes.splice(0).map((scene) => scene.close()));
});

describe("the receiver's side of an answer", () => {
  it("stands beside the offers it concerns, with when it holds and who says so", async () => {
    const { offers, receiverLines } = await offersOf([
      toKenya({ received: "29651.00" }),
      toKenya({ payOut: "bank_deposit", fee: "2" }),
    ]);
    expect(offers.map(({ payOut, receiverCosts }) => [payOut, receiverCosts])).toEqual([
      ["mobile_wallet", [{ line: "ke-m-pesa-withdrawal", amount: "197.00", currency: "KES", direction: "cost" }]],
      ["bank_deposit", []],
    ]);
    expect(receiverLines).toEqual([
      {
        id: "ke-m-pesa-withdrawal",
        kind: "mobile_money_withdrawal_fee",
        operator: "M-PESA",
        when: "withdrawn_as_cash",
        note: "From an agent.",
        scheduleKnown: true,
        since: "2023-07-29",
        until: null,
        basis: "operator_tariff",
        source: expect.objectContaining({ url: expect.stringContaining("https://"), checkedOn: "2026-01-01" }),
      },
    ]);
  });

  it("changes neither the order nor what arrives nor any percentage", async () => {
    const quotes = [
      toKenya({ fee: "1.10" }),
      toKenya({ provider: "remitly", payOut: "bank_deposit", fee: "1.20" }),
      toKenya({ provider: "western-union", payOut: "cash_pickup", fee: "1.30" }),
      toKenya({ provider: "ria", fee: null }),
    ];
    const bare = (answer: OffersAnswer) => ({
      ...answer,
      dataVersion: "",
      receiverLines: [],
      offers: answer.offers.map((offer) => ({ ...offer, receiverCosts: [] })),
      unranked: answer.unranked.map((offer) => ({ ...offer, receiverCosts: [] })),
    });
    const answer = await offersOf(quotes);
    expect(answer.offers.flatMap(({ receiverCosts }) => receiverCosts)).toHaveLength(1);
    expect(bare(answer)).toEqual(bare(await offersOf(quotes, withoutLines)));
  });

  it("is named without an amount where nothing is known to arrive", async () => {
    const { unranked, receiverLines } = await offersOf([toKenya({ fee: null })]);
    expect(unranked.map(({ receiverCosts }) => receiverCosts)).toEqual([
      [{ line: "ke-m-pesa-withdrawal", amount: null, currency: "KES", direction: "cost" }],
    ]);
    expect(receiverLines.map(({ id }) => id)).toEqual(["ke-m-pesa-withdrawal"]);
  });

  it("says of a line whose figure nobody knows that it is not known", async () => {
    const corridor = corridorOf("be-tz:EUR-TZS");
    const { offers, receiverLines } = await offersOf([toKenya({ corridor, rate: "2800" })]);
    expect(offers[0]?.receiverCosts).toEqual([
      { line: "tz-withdrawal-levy", amount: null, currency: "TZS", direction: "cost" },
    ]);
    expect(receiverLines.map(({ scheduleKnown }) => scheduleKnown)).toEqual([false]);
  });

  it("is that of the day the question is about", async () => {
    const corridor = corridorOf("be-cm:EUR-XAF");
    const linesAt = async (at: string) => {
      const observedAt = new Date(Date.parse(at) - 60_000).toISOString();
      const quote = toKenya({ corridor, rate: "650", observedAt, fetchedAt: observedAt });
      return (await offersOf([quote], sceneCatalog, new Date(at))).receiverLines.map(({ id }) => id);
    };
    expect(await linesAt("2024-12-31T23:59:00Z")).toEqual(["cm-withdrawal-tax-2022"]);
    expect(await linesAt("2025-01-01T00:02:00Z")).toEqual(["cm-withdrawal-tax-2025"]);
  });
});
