import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import type { ComponentChild } from "preact";
import { warningText } from "../../words/warning-text.tsx";
import type { OfferScene } from "./offer-scene.ts";
import { PromotionFacts } from "./promotion-facts.tsx";
import { ReceiverCosts } from "./receiver-costs.tsx";
import { RegulatorEntries } from "./regulator-entries.tsx";

type Offer = RankedOffer | UnrankedOffer;
type FactName =
  | "pay"
  | "fee"
  | "converted"
  | "rate"
  | "reference"
  | "margin"
  | "received"
  | "effective"
  | "rpw"
  | "derivation"
  | "source"
  | "promotion"
  | "receiver"
  | "notes"
  | "regulator";
export type Fact = readonly [name: FactName, value: ComponentChild];

/** Every number of an option in the order in which it comes about, then where it comes from. What is unknown is left out of the numbers and never 0. */
export function offerFacts(offer: Offer, scene: OfferScene): Fact[] {
  return [...priceFacts(offer, scene), ...proofFacts(offer, scene)].filter(([, value]) => value !== null);
}

function priceFacts(offer: Offer, { words: { t, money, percent, rate }, corridor, reference }: OfferScene) {
  const { sendCurrency: sent, receiveCurrency: paidOut } = corridor;
  const inMoney = (amount: string | null, currency: string) => amount && money(amount, currency);
  const withPercent = (amount: string | null, pct: string | null) =>
    amount && pct
      ? t("facts.with_percent", { amount: money(amount, sent), percent: percent(pct) })
      : inMoney(amount, sent);
  const facts: Fact[] = [
    ["pay", inMoney(offer.pay, sent)],
    ["fee", withPercent(offer.fee, offer.feePct)],
    ["converted", inMoney(offer.converted, sent)],
    ["rate", offer.rate && t("unit.rate", { base: sent, quote: paidOut, value: rate(offer.rate) })],
    ["reference", reference],
    ["margin", offer.fxMarginPct && percent(offer.fxMarginPct)],
    ["received", inMoney(offer.received, paidOut)],
    ["effective", withPercent(offer.cost, offer.effectiveCostPct)],
    ["rpw", offer.rpwTotalPct && percent(offer.rpwTotalPct)],
  ];
  return facts;
}

function proofFacts(offer: Offer, scene: OfferScene): Fact[] {
  const { words, catalog } = scene;
  const { t } = words;
  const kind = t(`sourceKind.${offer.sourceKind}`);
  const source = catalog.quoteSourceOf(offer.source)?.name ?? offer.source;
  return [
    ["derivation", offer.derivation && t(`derivation.${offer.derivation}`)],
    // People in shops have no name but what they did.
    ["source", offer.sourceKind === "visit" ? kind : t("facts.source_value", { source, kind })],
    ["promotion", offer.promotion && <PromotionFacts promotion={offer.promotion} scene={scene} />],
    ["receiver", receiverFact(offer, scene)],
    ["notes", offer.warnings.length === 0 ? null : offer.warnings.map((warning) => warningText(warning, words))],
    ["regulator", <RegulatorEntries provider={offer.provider.key} scene={scene} />],
  ];
}

function receiverFact({ receiverCosts }: Offer, { receiverLines, words }: OfferScene): ComponentChild {
  if (receiverCosts.length === 0) return null;
  return <ReceiverCosts costs={receiverCosts} lines={receiverLines} words={words} />;
}
