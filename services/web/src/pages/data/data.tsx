import type { ComponentChild } from "preact";
import { TextSection } from "../../layout/text-section.tsx";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";
import { ExportList } from "./export-list.tsx";
import { linkedDataOf } from "./linked-data.ts";
import { readReleases } from "./read-releases.ts";
import { ReleaseView } from "./release-view.tsx";

/** How programs and researchers get the same figures: fixed versions to cite, whole tables as they are now, addresses. */
export const data: Page = {
  path: "/data",
  async answer({ words: { t }, search, origin }, { comparison }) {
    const { shown, others, life } = await readReleases(search.get("release"), comparison);
    const root = origin.url ?? "";
    return {
      kind: "page",
      title: shown === null || !search.has("release") ? t("data.title") : t("data.release", { id: shown.id }),
      description: t("data.lead"),
      body: <Data release={shown === null ? null : <ReleaseView release={shown} others={others} root={root} />} />,
      linkedData: shown === null ? null : linkedDataOf(shown, root),
      scripts: ["copy-text"],
      // An address that one client made up is no address for others.
      life: origin.isSure || shown === null ? life : null,
    };
  },
};

/** Addresses of the API that answer as they stand. */
const examples = [
  "/v1/corridors?from=BE",
  "/v1/corridors/be-ma/offers?pay=200",
  "/v1/corridors/be-ma/history",
  "/v1/rates?base=EUR&quote=MAD",
  "/v1/sources",
  "/v1/releases",
];

/** @param release the version to show, drawn; null where none was made. */
function Data({ release }: { readonly release: ComponentChild }) {
  const { t, href } = useWords();
  return (
    <article class="text">
      <h1>{t("data.title")}</h1>
      <p class="lead">{t("data.lead")}</p>
      <TextSection id="releases" heading="data.releases" texts={["data.releases_text"]}>
        {release ?? <p class="note">{t("data.releases_none")}</p>}
      </TextSection>
      <ExportList />
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
