import { constantly } from "@openremit/shared/serving";
import { TextSection } from "../../layout/text-section.tsx";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";

/** How programs and researchers get the same figures. */
export const data: Page = {
  path: "/data",
  answer: ({ words: { t } }) => ({
    kind: "page",
    title: t("data.title"),
    description: t("data.lead"),
    body: <Data />,
    life: constantly(null),
  }),
};

/** Addresses of the API that answer as they stand. */
const examples = [
  "/v1/corridors?from=BE",
  "/v1/corridors/be-ma/offers?pay=200",
  "/v1/corridors/be-ma/history",
  "/v1/rates?base=EUR&quote=MAD",
  "/v1/sources",
];

function Data() {
  const { t, href } = useWords();
  return (
    <article class="text">
      <h1>{t("data.title")}</h1>
      <p class="lead">{t("data.lead")}</p>
      <TextSection heading="data.api" texts={["data.api_text"]}>
        <ul class="links">
          {examples.map((address) => (
            <li key={address}>
              <a href={address} dir="ltr">
                <code>{address}</code>
              </a>
            </li>
          ))}
        </ul>
        <p class="links">
          <a href="/docs">{t("data.docs")}</a>
        </p>
        <p class="links">
          <a href={href("/widget")}>{t("kit.to_widget")}</a>
        </p>
      </TextSection>
      <TextSection heading="data.proof" texts={["data.proof_text"]} />
      <TextSection heading="data.licence" texts={["data.licence_text", "data.licence_sources"]}>
        <p class="links">
          <a href={href("/sources")}>{t("nav.sources")}</a>
        </p>
      </TextSection>
    </article>
  );
}
