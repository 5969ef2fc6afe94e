import { describe, expect, it } from "@jest/globals";
import type { TariffConfig, TariffOffer } from "@openremit/shared/contracts";
import { SourceRefusedError } from "@openremit/shared/domain";
import { buildTariff, buildTariffOffer } from "../../support/tariff.ts";
import { catalogWith, visitTariff } from "../../support/tariff-scene.ts";

const { reviewed } = buildTariff();
const samples = [
  { amount: "140", fee: "5.00" },
  { amount: "345", fee: "7.00" },
];
const visitTo = (tariff: Partial<TariffConfig>, ...rest: [document?: Buffer, at?: Date]) =>
  visitTariff(catalogWith(tariff), ...rest);
const offers = (...lines: Partial<TariffOffer>[]) => ({ offers: lines.map(buildTariffOffer) });

describe("a visit to the document of a tariff", () => {
  it("records the figures of config at the day of the review, whenever it happens", async () => {
    const { run, quotes } = await visitTo({});
    expect(run).toMatchObject({ outcome: "stored", fetchedAt: "2026-11-21T08:00:00.000Z", adapterVersion: "1" });
    expect(run.covers).toMatchObject([{ corridor: { id: "be-ma" }, amount: null }]);
    expect(quotes).toMatchObject([
      {
        source: "alpha-tariff",
        sourceKind: "tariff",
        provider: "alpha",
        observedAt: "2026-11-20T00:00:00.000Z",
        observedAtPrecision: "day",
        fetchedAt: "2026-11-21T08:00:00.000Z",
        flags: [],
        receipt: { url: "https://alpha.example/tariff.pdf", answerSha256: reviewed.sha256 },
      },
    ]);
  });

  it("says how coarsely the day is known", async () => {
    const quarter = { ...reviewed, on: "2026-10-01", precision: "quarter" } as const;
    const { quotes } = await visitTo({ reviewed: quarter });
    expect(quotes.map((quote) => quote.observedAtPrecision)).toEqual(["quarter"]);
  });

  it("names the same figures alike at every visit, and the lines of one method apart", async () => {
    const tariff = offers(
      { charges: "our" },
      { charges: "sha" },
      { line: "paper", feeSchedule: null, feeSamples: samples },
    );
    const ids = async (at: string) => (await visitTo(tariff, undefined, new Date(at))).quotes.map((one) => one.quoteId);
    const first = await ids("2026-11-21T08:00:00Z");
    expect(new Set(first).size).toBe(4);
    expect(await ids("2026-11-22T08:00:00Z")).toEqual(first);
  });

  it("flags charge options and rates that follow the mid-market rate", async () => {
    const { quotes } = await visitTo(
      offers({ charges: "our" }, { charges: "sha", rate: null, fxMarginPct: "1.5" }, { line: "plain" }),
    );
    expect(quotes.map(({ flags }) => flags)).toEqual([["charges_our"], ["charges_sha", "rate_from_margin"], []]);
  });

  it("raises an issue and flags every figure when the document changed", async () => {
    const { run, quotes, issues } = await visitTo({}, Buffer.from("%PDF-1.7 a new edition"));
    expect(run.outcome).toBe("stored");
    expect(quotes.map(({ observedAt, flags }) => [observedAt, flags])).toEqual([
      ["2026-11-20T00:00:00.000Z", ["tariff_changed"]],
    ]);
    expect(issues).toMatchObject([
      { source: "alpha-tariff", code: "tariff_changed", subject: "https://alpha.example/tariff.pdf" },
    ]);
  });

  it("takes a captcha in place of the document for a refusal", async () => {
    const captcha = Buffer.from('<!DOCTYPE html><html><title>Just a moment</title><div class="cf-turnstile"></div>');
    await expect(visitTo({}, captcha)).rejects.toThrow(SourceRefusedError);
  });

  it("keeps figures that nobody looked at for long, and asks for a review", async () => {
    const daysLater = (days: number) => new Date(Date.parse("2026-11-20") + days * 86_400_000 + 1);
    const inTime = await visitTo({}, undefined, daysLater(34));
    expect(inTime.issues).toEqual([]);
    for (const days of [35, 700]) {
      const { run, quotes, issues } = await visitTo({}, undefined, daysLater(days));
      expect([run.outcome, quotes.length]).toEqual(["stored", 1]);
      expect(issues).toMatchObject([{ code: "review_due", detail: expect.stringContaining("reviewed on 2026-11-20") }]);
    }
  });

  it("is set aside where the review is dated ahead of the clock", async () => {
    await expect(visitTo({}, undefined, new Date("2026-11-19T08:00:00Z"))).rejects.toThrow("which is still to come");
  });
});
