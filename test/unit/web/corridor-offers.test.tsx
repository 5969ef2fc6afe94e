import { describe, expect, it } from "@jest/globals";
import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import { OfferRow } from "../../../services/web/src/pages/corridor/offer-row.tsx";
import { buildOfferScene } from "../../../services/web/src/pages/corridor/offer-scene.ts";
import { ReceiverCosts } from "../../../services/web/src/pages/corridor/receiver-costs.tsx";
import { UnrankedSection } from "../../../services/web/src/pages/corridor/unranked-section.tsx";
import { groupByWay } from "../../../services/web/src/pages/corridor/way-groups.ts";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { buildOffersAnswer, buildRankedOffer, buildUnrankedOffer } from "../../support/offers-answer.ts";
import { englishWords, readableText, renderView } from "../../support/render-view.ts";

const scene = buildOfferScene(buildOffersAnswer(), sceneCatalog, englishWords());
const promotion = { rate: "11", fee: "0", received: "2200.00", upTo: "500", eligibility: "New customers" };
const row = (fields: Partial<RankedOffer> = {}) =>
  renderView(<OfferRow offer={buildRankedOffer(fields)} scene={scene} />);
const unranked = (fields: Partial<UnrankedOffer> = {}) =>
  renderView(<UnrankedSection offers={[buildUnrankedOffer(fields)]} scene={scene} isOpen={false} />);
const labels = (html: string) => [...html.matchAll(/<span class="label">([^<]*)/g)].map(([, label]) => label);

describe("a ranked option", () => {
  it("shows what arrives, what is lost and its two parts, how, and when that was checked", () => {
    expect(readableText(row())).toContain(
      "Wise You pay: Bank transfer. They receive: Bank account. It arrives: The same day. They get MAD 2,118.60 " +
        "You lose €3.83. Fee €2.00 Exchange rate €1.83 Checked 23 Nov 2026, 12:48",
    );
  });

  it("has every number with its meaning, and its proof, behind a tap", () => {
    const [, details = ""] = row().split("<details");
    expect(readableText(`<details${details}`)).toBe(
      "All numbers and proof You pay in all €200.00 Fee €2.00 (1.01%) This part is exchanged €198.00 " +
        "Exchange rate of the provider 1 EUR = 10.70 MAD " +
        "Mid-market exchange rate: the rate between banks 1 EUR = 10.80 MAD (Frankfurter, 20 Nov 2026) " +
        "The exchange rate of the provider is worse by 0.93% They get MAD 2,118.60 " +
        "All that you lose, as part of what you pay €3.83 (1.92%) Total cost as the World Bank counts it 1.93% " +
        "How we know this price It is the price for exactly this amount. " +
        "Who told us the price Wise quotes. The provider itself. " +
        "Who controls this provider National Bank of Belgium. We have not looked it up yet. " +
        "Go to the site of Wise Proof of this price Report a wrong price",
    );
  });

  it("says of what people saw in a shop when and whose people, and names no source of that name", () => {
    const html = row({ source: "visits", sourceKind: "visit", seenBy: "Maison de quartier" });
    const text = readableText(html);
    expect(text).toContain("Seen in the shop: 23 Nov 2026, 12:48, by Maison de quartier");
    expect(text).toContain("Who told us the price People asked in the shop. Who controls");
  });

  it("leads to its receipt, its report and its provider, who learns nothing from us", () => {
    const html = row();
    expect(html).toContain(`href="/v1/offers/${"0".repeat(32)}/receipt"`);
    expect(html).toContain(`href="/en/report?quote=${"0".repeat(32)}&amp;corridor=be-ma"`);
    expect(html).toContain('href="https://wise.com" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer"');
  });

  it("labels what is no price of this moment for this question", () => {
    expect(labels(row({ sourceKind: "feed", derivation: "interpolated", freshness: "ageing", promotion }))).toEqual([
      "Estimate",
      "Some hours old",
      "Between two known prices",
      "First time may be cheaper",
    ]);
    expect(labels(row({ sourceKind: "tariff" }))).toEqual(["From a price list"]);
    expect(labels(row({ sourceKind: "visit", freshness: "ageing" }))).toEqual(["Seen in a shop"]);
    expect(labels(row({ warnings: [{ code: "charges_sha", detail: "…" }] }))).toEqual(["Less may arrive"]);
    const cost = { line: "withdrawal", amount: "10.00", currency: "MAD", direction: "cost" } as const;
    expect(labels(row({ receiverCosts: [cost] }))).toEqual(["The receiver may pay a fee"]);
    expect(labels(row({ receiverCosts: [{ ...cost, direction: "gain" }] }))).toEqual([]);
    expect(labels(row())).toEqual([]);
  });

  it("tells a promotion with who may have it", () => {
    expect(readableText(row({ promotion }))).toContain(
      "Special price, not counted here They get MAD 2,200.00. The fee is €0.00. The exchange rate is 1 EUR = 11 MAD. " +
        "For amounts up to €500.00. Who can have it, in the words of the source: New customers",
    );
  });

  it("leaves to the provider what its source does not say", () => {
    expect(readableText(row({ payIn: null }))).toContain("Wise They receive: Bank account.");
    expect(readableText(row({ payOut: null }))).toContain("Wise You pay: Bank transfer. It arrives");
    expect(readableText(row({ payIn: null, payOut: null, speed: null }))).toContain(
      "Wise Ask the provider how you can pay and how they receive. They get",
    );
  });

  it("says what the checks found, and that nobody looked a provider up", () => {
    const warnings = [{ code: "stated_received_differs", detail: "x" }];
    const text = readableText(row({ warnings, provider: { key: "nobody", name: "Nobody" } }));
    expect(text).toContain("To know about this price What the source says that arrives differs a little");
    expect(text).toContain("Who controls this provider Not looked up yet.");
    expect(text).not.toContain("Go to the site of");
  });
});

describe("the lists", () => {
  const ranked = (...payIns: RankedOffer["payIn"][]) =>
    payIns.map((payIn, index) =>
      buildRankedOffer({ rank: index + 1, payIn, provider: { key: `p${index}`, name: `P${index}` } }),
    );
  const shape = (offers: readonly RankedOffer[]) =>
    groupByWay(offers).map(({ way, best, rest }) => [way, best.map(({ rank }) => rank), rest.map(({ rank }) => rank)]);

  it("go by the way of paying, in the order of their best options; all cards are cards", () => {
    expect(shape(ranked("debit_card", "bank_transfer", "wallet_pay", null, "cash", "credit_card"))).toEqual([
      ["card", [1, 3, 6], []],
      ["bank", [2], []],
      ["unknown", [4], []],
      ["cash", [5], []],
    ]);
  });

  it("show the best of three providers first, and every option exactly once", () => {
    const same = { key: "same", name: "Same" };
    const offers = ranked("cash", "cash", "cash", "cash", "cash").map((offer) =>
      offer.rank < 3 ? { ...offer, provider: same } : offer,
    );
    expect(shape(offers)).toEqual([["cash", [1, 3, 4], [2, 5]]]);
  });
});

describe("what has no place in the list", () => {
  it.each([
    ["promotion_only", "We only know a price for new customers."],
    ["stale", "The price is too old to compare."],
    ["undisclosed", "We do not know the fee or the exchange rate."],
    ["rate_only", "We only know the exchange rate, not the fee."],
    ["out_of_range", "We know no price for this amount."],
  ] as const)("is listed with the reason: %s", (reason, words) => {
    expect(readableText(unranked({ reason }))).toContain(
      `Show 1 option Remitly You pay: Bank transfer. They receive: Bank account. ${words}`,
    );
  });

  it("shows what is known of it and nothing else", () => {
    const text = readableText(unranked({ reason: "rate_only", rate: "10.60" }));
    expect(text).toContain("Exchange rate of the provider 1 EUR = 10.60 MAD");
    expect(text).not.toMatch(/They get|You pay in all|€0/);
  });

  it("is not spoken of where there is none", () => {
    expect(renderView(<UnrankedSection offers={[]} scene={scene} isOpen={false} />)).toBe("<!doctype html>");
  });
});

describe("the receiver's side", () => {
  const source = { title: "Tariff of M-PESA", url: "https://example.com/tariff", checkedOn: "2026-11-01" };
  const line = {
    id: "withdrawal",
    kind: "mobile_money_withdrawal_fee",
    operator: "M-PESA",
    when: "withdrawn_as_cash",
    note: null,
    scheduleKnown: true,
    since: "2026-01-01",
    until: null,
    basis: "operator_tariff",
    source,
  } as const;

  it.each([
    ["197.00", "cost", "Fee to take cash out of mobile money (M-PESA), if they take it out as cash: KES 197.00"],
    [
      "50.00",
      "gain",
      "Fee to take cash out of mobile money (M-PESA), if they take it out as cash: they get KES 50.00 more",
    ],
    [
      null,
      "cost",
      "Fee to take cash out of mobile money (M-PESA), if they take it out as cash: we do not know how much",
    ],
  ] as const)("is told beside the price, %s as a %s", (amount, direction, words) => {
    const costs = [{ line: "withdrawal", amount, currency: "KES", direction }];
    const text = readableText(renderView(<ReceiverCosts costs={costs} lines={[line]} words={englishWords()} />));
    expect(text).toContain("These amounts are not counted above.");
    expect(text).toContain(`${words} Tariff of M-PESA (read on 1 Nov 2026)`);
  });
});
