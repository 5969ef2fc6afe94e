import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type OffersAnswer, offersAnswer, type WidgetAnswer, widgetAnswer } from "@openremit/shared/contracts";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { quoteOf, sceneCatalog } from "../support/comparison-scene.ts";
import { buildManyQuotes } from "../support/large-scene.ts";

const beCd = { id: "be-cd", sendCountry: "BE", sendCurrency: "EUR", receiveCountry: "CD", receiveCurrency: "CDF" };
const beMa = { id: "be-ma", sendCountry: "BE", sendCurrency: "EUR", receiveCountry: "MA", receiveCurrency: "MAD" };
const observedAt = "2026-11-23T11:50:00.000Z";

let scene: ApiScene;
beforeAll(async () => {
  scene = await openApiScene([
    ...buildManyQuotes(beMa, 60, observedAt),
    quoteOf({ provider: "ria", source: "ria", payIn: "cash", amount: "200", fee: "4.00", rate: "10.61" }),
    ...buildManyQuotes(beCd, 3, observedAt),
  ]);
});
afterAll(() => scene.close());

const readWidget = async (path: string): Promise<WidgetAnswer> => widgetAnswer.parse(await scene.getJson(path));

/** The figures a widget shows of `/offers?pay=`, in their order. */
function shownOf({ offers }: OffersAnswer) {
  return offers.map(({ provider, payIn, payOut, speed, received, fee, cost, ...row }) => ({
    ...{ provider, payIn, payOut, speed, received, fee, cost },
    effectiveCostPct: row.effectiveCostPct,
    observedAt: row.observedAt,
    derivation: row.derivation,
    freshness: row.freshness,
  }));
}

function shownBy({ offers }: WidgetAnswer, amount: WidgetAnswer["amounts"][number]) {
  return amount.offer.map((place, index) => {
    const { provider, payIn, payOut, speed } = offers[place] ?? {};
    return {
      ...{ provider, payIn, payOut, speed },
      received: amount.received[index],
      fee: amount.fee[index],
      cost: amount.cost[index],
      effectiveCostPct: amount.effectiveCostPct[index],
      observedAt: amount.observedAt[index],
      derivation: amount.derivation[index],
      freshness: amount.freshness[index],
    };
  });
}

describe("GET /v1/widget/{id}.json", () => {
  it("says at every amount what the offers of that amount say, in the same order", async () => {
    const widget = await readWidget("/v1/widget/be-ma.json");
    expect(widget.amounts.map(({ pay }) => pay)).toEqual(
      ["50", "100", "140", "150", "200", "250", "300", "345", "400", "500", "750", "1000"].map((pay) => `${pay}.00`),
    );
    for (const amount of widget.amounts) {
      const answer = offersAnswer.parse(await scene.getJson(`/v1/corridors/be-ma/offers?pay=${amount.pay}`));
      expect(shownBy(widget, amount)).toEqual(shownOf(answer));
      expect(amount.unranked).toBe(answer.unranked.length);
    }
  });

  it("begins with the usual amount and tells when the newest price was seen", async () => {
    const { defaultPay, checkedAt, page, simulated } = await readWidget("/v1/widget/be-ma.json");
    expect({ defaultPay, checkedAt, page, simulated }).toEqual({
      defaultPay: "200.00",
      checkedAt: observedAt,
      page: "/be-ma",
      simulated: true,
    });
  });

  it("answers for the pay-out currency that is asked for, and leads to its page", async () => {
    const other = await readWidget("/v1/widget/be-cd.json?receiveCurrency=CDF");
    expect(other.corridor.receiveCurrency).toBe("CDF");
    expect(other.page).toBe("/be-cd?currency=CDF");
    expect(other.receiveCurrencies).toEqual(sceneCatalog.corridorConfigs.get("be-cd")?.receiveCurrencies);
  });

  it("lists nothing and says why where nothing was seen", async () => {
    const { offers, amounts, checkedAt, warnings } = await readWidget("/v1/widget/be-rw.json");
    expect(offers).toEqual([]);
    expect(amounts.every(({ offer }) => offer.length === 0)).toBe(true);
    expect(checkedAt).toBeNull();
    expect(warnings.map(({ code }) => code)).toContain("no_data");
  });

  it("is read by any page and kept by caches until prices may change", async () => {
    const response = await scene.get("/v1/widget/be-ma.json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
    const again = await scene.get("/v1/widget/be-ma.json", { "if-none-match": response.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("weighs at most 10 KB for a corridor with as many offers as any has", async () => {
    const text = await (await scene.get("/v1/widget/be-ma.json")).text();
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_240);
  });

  it("names what it does not cover", async () => {
    expect((await scene.get("/v1/widget/be-zz.json")).status).toBe(404);
    expect((await scene.get("/v1/widget/be-ma.json?receiveCurrency=EUR")).status).toBe(404);
    expect((await scene.get("/v1/widget/be-ma.json?order=mine")).status).toBe(400);
  });
});
