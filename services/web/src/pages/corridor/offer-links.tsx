import type { OfferProps } from "./offer-scene.ts";

/** The receipt, the provider's own address without a word about who comes, and the way to say that a price is wrong. */
export function OfferLinks({ offer, scene }: OfferProps) {
  const { t, href } = scene.words;
  const homePage = scene.catalog.providers.get(offer.provider.key)?.homePage ?? null;
  return (
    <p class="actions">
      {homePage !== null && (
        <a href={homePage} rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">
          {t("offer.website", { provider: offer.provider.name })}
        </a>
      )}
      <a href={offer.receipt}>{t("offer.receipt")}</a>
      <a href={href("/report", { quote: offer.quoteId, corridor: scene.corridor.id })} rel="nofollow">
        {t("offer.report")}
      </a>
    </p>
  );
}
