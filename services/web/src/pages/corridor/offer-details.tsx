import type { RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import { offerFacts } from "./offer-facts.tsx";
import { OfferLinks } from "./offer-links.tsx";
import type { OfferScene } from "./offer-scene.ts";

export interface OfferDetailsProps {
  readonly offer: RankedOffer | UnrankedOffer;
  readonly scene: OfferScene;
}

/** Behind a tap: every number with its meaning, and what proves it. */
export function OfferDetails({ offer, scene }: OfferDetailsProps) {
  const { t } = scene.words;
  return (
    <details class="proof">
      <summary>
        {t("corridor.details")} <span class="unseen">{offer.provider.name}</span>
      </summary>
      <dl class="facts">
        {offerFacts(offer, scene).flatMap(([name, value]) => [
          <dt key={name}>{t(`facts.${name}`)}</dt>,
          <dd key={`${name}=`}>{value}</dd>,
        ])}
      </dl>
      <OfferLinks offer={offer} scene={scene} />
    </details>
  );
}
