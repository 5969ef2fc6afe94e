import { offerFacts } from "./offer-facts.tsx";
import { OfferLinks } from "./offer-links.tsx";
import type { OfferProps } from "./offer-scene.ts";

/** Behind a tap: every number with its meaning, and what proves it. */
export function OfferDetails({ offer, scene }: OfferProps) {
  const { t } = scene.words;
  return (
    <details class="proof">
      <summary>{t("corridor.details")}</summary>
      <dl class="facts">
        {offerFacts(offer, scene).flatMap(([name, value]) => [
          <dt key={name}>{t(`facts.${name}`)}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      <OfferLinks offer={offer} scene={scene} />
    </details>
  );
}
