import type { UnrankedOffer } from "@openremit/shared/contracts";
import { OfferDetails } from "./offer-details.tsx";
import { howText } from "./offer-how.ts";
import { labelsOf } from "./offer-labels.ts";
import type { OfferScene } from "./offer-scene.ts";
import { seenText } from "./seen-text.ts";

export interface UnrankedSectionProps {
  readonly offers: readonly UnrankedOffer[];
  readonly scene: OfferScene;
  readonly isOpen: boolean;
}

/** What is known and cannot be compared: each with the reason, none with a place (METHOD 3). */
export function UnrankedSection({ offers, scene, isOpen }: UnrankedSectionProps) {
  const { t } = scene.words;
  if (offers.length === 0) return null;
  return (
    <section>
      <h2 id="unranked">{t("corridor.unranked")}</h2>
      <details class="more" open={isOpen}>
        <summary>{t("corridor.unranked_more", { count: offers.length })}</summary>
        <ul class="bare offers">
          {offers.map((offer) => (
            <UnrankedRow key={offer.quoteId} offer={offer} scene={scene} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function UnrankedRow({ offer, scene }: { readonly offer: UnrankedOffer; readonly scene: OfferScene }) {
  const { t } = scene.words;
  return (
    <li class="offer">
      <div class="who">
        <h3>{offer.provider.name}</h3>
        <p class="quiet">{howText(offer, scene.words)}</p>
      </div>
      <p class="what">{t(`reason.${offer.reason}`)}</p>
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
