import type { Promotion } from "@openremit/shared/contracts";
import type { OfferScene } from "./offer-scene.ts";

/** A price for some people only. It is told, and decides no order (METHOD 3). */
export function PromotionFacts({ promotion, scene }: { readonly promotion: Promotion; readonly scene: OfferScene }) {
  const { t, money, rate } = scene.words;
  const { sendCurrency: base, receiveCurrency: quote } = scene.corridor;
  const { received, fee, rate: special, upTo, eligibility } = promotion;
  const told = [
    received && t("promotion.received", { amount: money(received, quote) }),
    fee && t("promotion.fee", { fee: money(fee, base) }),
    special && t("promotion.rate", { rate: t("unit.rate", { base, quote, value: rate(special) }) }),
    upTo && t("promotion.up_to", { amount: money(upTo, base) }),
  ].filter((text) => text !== null);
  return (
    <>
      {told.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {eligibility !== "" && (
        <p>
          {t("promotion.who")} <q dir="auto">{eligibility}</q>
        </p>
      )}
    </>
  );
}
