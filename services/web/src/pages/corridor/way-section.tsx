import { OfferRow } from "./offer-row.tsx";
import type { OfferScene } from "./offer-scene.ts";
import type { WayGroup } from "./way-groups.ts";

export interface WaySectionProps extends WayGroup {
  readonly scene: OfferScene;
  readonly showsAll: boolean;
}

/** One way of paying: shops and apps in one list, the best three first, all others behind a tap. */
export function WaySection({ way, best, rest, scene, showsAll }: WaySectionProps) {
  const { t } = scene.words;
  return (
    <section>
      <h2 id={`way-${way}`}>{t(`way.${way}`)}</h2>
      <ol class="bare offers">
        {best.map((offer) => (
          <OfferRow key={offer.rank} offer={offer} scene={scene} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details class="more" open={showsAll}>
          <summary>{t("corridor.more", { count: rest.length })}</summary>
          <ol class="bare offers">
            {rest.map((offer) => (
              <OfferRow key={offer.rank} offer={offer} scene={scene} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
