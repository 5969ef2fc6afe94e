import { constantly } from "@openremit/shared/serving";
import { type CountryPairs, listCountryPairs } from "../../country-pairs/country-pairs.ts";
import { TextSection } from "../../layout/text-section.tsx";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";

/** What associations, libraries and town halls print, hang up, hand out and put on their own site. */
export const kit: Page = {
  path: "/kit",
  answer: ({ words: { t } }, { catalog }) => ({
    kind: "page",
    title: t("kit.title"),
    description: t("kit.lead"),
    body: <Kit pairs={listCountryPairs(catalog).pairs} />,
    life: constantly(null),
  }),
};

export function Kit({ pairs }: Pick<CountryPairs, "pairs">) {
  const { t, href, country, compareNames } = useWords();
  const routes = pairs
    .map(({ id, sendCountry, receiveCountry }) => ({
      id,
      name: t("route.name", { from: country(sendCountry), to: country(receiveCountry) }),
    }))
    .sort((one, other) => compareNames(one.name, other.name));
  return (
    <article class="text">
      <h1>{t("kit.title")}</h1>
      <p class="lead">{t("kit.lead")}</p>
      <TextSection heading="kit.workshop" texts={["kit.workshop_lead"]}>
        <p class="links">
          <a href={href("/kit/workshop")}>{t("kit.to_workshop")}</a>
        </p>
        <p class="links">
          <a href={href("/observe")}>{t("nav.observe")}</a>
        </p>
      </TextSection>
      <TextSection heading="kit.on_site" texts={["builder.lead"]}>
        <p class="links">
          <a href={href("/widget")}>{t("kit.to_widget")}</a>
        </p>
      </TextSection>
      <TextSection heading="kit.paper" texts={["kit.paper_text", "kit.paper_old"]}>
        <table class="figures routes">
          <caption>{t("kit.table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("kit.route")}</th>
              <th scope="col">{t("kit.poster")}</th>
              <th scope="col">{t("kit.leaflet")}</th>
            </tr>
          </thead>
          <tbody>
            {routes.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <a href={href(`/${id}/poster`)} aria-label={t("kit.poster_of", { route: name })}>
                    {t("kit.poster")}
                  </a>
                </td>
                <td>
                  <a href={href(`/${id}/leaflet`)} aria-label={t("kit.leaflet_of", { route: name })}>
                    {t("kit.leaflet")}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TextSection>
      <TextSection heading="kit.allowed" texts={["kit.allowed_text"]} />
    </article>
  );
}
