import type { OfferScene } from "./offer-scene.ts";

/** Which authority watches a provider, as somebody looked it up; what nobody looked up yet is said so. */
export function RegulatorEntries({ provider, scene }: { readonly provider: string; readonly scene: OfferScene }) {
  const { t, day } = scene.words;
  const entries = scene.catalog.providers.get(provider)?.regulators ?? [];
  if (entries.length === 0) return <>{t("facts.regulator_none")}</>;
  return (
    <>
      {entries.map(({ authority, register, reference, checkedOn }) => (
        <p key={authority}>
          <a href={register} rel="noopener noreferrer nofollow">
            {reference === null
              ? t("facts.regulator_open", { authority })
              : t("facts.regulator_number", { authority, number: reference })}
          </a>{" "}
          {checkedOn !== null && t("facts.regulator_checked", { day: day(checkedOn) })}
        </p>
      ))}
    </>
  );
}
