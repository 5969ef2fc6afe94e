import type { RankedOffer } from "@openremit/shared/contracts";
import { CostParts } from "./cost-parts.tsx";
import { lossText } from "./loss-text.ts";
import { OfferDetails } from "./offer-details.tsx";
import { howText } from "./offer-how.ts";
import { labelsOf } from "./offer-labels.ts";
import type { OfferScene } from "./offer-scene.ts";
import { seenText } from "./seen-text.ts";

export interface OfferRowProps {
  readonly offer: RankedOffer;
  readonly scene: OfferScene;
}

/** One ranked option: what arrives, what is lost, how, and when that was checked. Everything else behind a tap. */
export function OfferRow({ offer, scene }: OfferRowProps) {
  const { t, money } = scene.words;
  const { sendCurrency, receiveCurrency } = scene.corridor;
  const isBudget = scene.asks === "pay";
  return (
    <li class={offer.rank === 1 ? "offer first" : "offer"}>
      <div class="who">
        <h3>{offer.provider.name}</h3>
        <p class="quiet">
          {howText(offer, scene.words)}
          {offer.speed !== null && ` ${t("corridor.arrives", { speed: t(`speed.${offer.speed}`) })}`}
        </p>
      </div>
      <div class="what">
        <p>
          <span class="quiet">{t(isBudget ? "corridor.they_get" : "corridor.you_pay")}</span>{" "}
          <strong class="figure small">
            {isBudget ? money(offer.received, receiveCurrency) : money(offer.pay, sendCurrency)}
          </strong>
        </p>
        <p>
          {offer.cost === null
            ? gapText(offer, scene)
            : lossText({ cost: offer.cost, asks: scene.asks, sendCurrency }, scene.words)}
        </p>
        <CostParts offer={offer} scene={scene} />
      </div>
      <p class="checked quiet">
        {labelsOf(offer).map((label) => (
          <span class="label" key={label}>
            {t(label)}
          </span>
        ))}
        <span>{seenText(offer, scene.words)}</span>
      </p>
      <OfferDetails offer={offer} scene={scene} />
    </li>
  );
}

/** Where nobody can say what is lost, how far the option is behind the best says enough. */
function gapText(
  { rank, behindBest }: RankedOffer,
  { words: { t, money }, corridor, asks }: OfferScene,
): string | null {
  if (rank === 1) return null;
  return asks === "pay"
    ? t("corridor.behind", { gap: money(behindBest, corridor.receiveCurrency) })
    : t("corridor.behind_pay", { gap: money(behindBest, corridor.sendCurrency) });
}
