import { constantly } from "@openremit/shared/serving";
import { type OfficialLink, OfficialLinks } from "../../layout/official-links.tsx";
import { TextSection } from "../../layout/text-section.tsx";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";

/** What a provider must say and do for a sender in Belgium: directive (EU) 2015/2366 and regulation (EU) 2021/1230. */
export const rights: Page = {
  path: "/rights",
  answer: ({ words: { t } }) => ({
    kind: "page",
    title: t("rights.title"),
    description: t("rights.lead"),
    body: <Rights />,
    life: constantly(null),
  }),
};

const complaintLinks: readonly OfficialLink[] = [
  ["https://www.ombudsfin.be/", "rights.link_ombudsfin"],
  ["https://economie.fgov.be/", "rights.link_economy"],
];

const checkLinks: readonly OfficialLink[] = [
  ["https://www.nbb.be/", "rights.link_nbb"],
  ["https://www.fsma.be/", "rights.link_fsma"],
];

const lawLinks: readonly OfficialLink[] = [
  ["https://eur-lex.europa.eu/eli/dir/2015/2366/oj", "rights.link_directive"],
  ["https://eur-lex.europa.eu/eli/reg/2021/1230/oj", "rights.link_regulation"],
];

function Rights() {
  const { t } = useWords();
  return (
    <article class="text">
      <h1>{t("rights.title")}</h1>
      <p class="lead">{t("rights.lead")}</p>
      <TextSection
        heading="rights.before"
        texts={["rights.before_text"]}
        points={["rights.before_cost", "rights.before_rate", "rights.before_time", "rights.before_free"]}
      />
      <TextSection
        heading="rights.after"
        points={["rights.after_receipt", "rights.after_late", "rights.after_wrong", "rights.after_europe"]}
      />
      <TextSection heading="rights.complain" texts={["rights.complain_provider", "rights.complain_ombudsman"]}>
        <OfficialLinks links={complaintLinks} />
      </TextSection>
      <TextSection heading="rights.allowed" texts={["rights.allowed_text"]}>
        <OfficialLinks links={checkLinks} />
      </TextSection>
      <TextSection heading="rights.law" texts={["rights.law_text"]}>
        <OfficialLinks links={lawLinks} />
      </TextSection>
    </article>
  );
}
