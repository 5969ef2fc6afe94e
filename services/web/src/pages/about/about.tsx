import { constantly } from "@openremit/shared/serving";
import { type OfficialLink, OfficialLinks } from "../../layout/official-links.tsx";
import { TextSection } from "../../layout/text-section.tsx";
import type { Operator, Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";

/** Who is behind it, who pays, and how to write to them. */
export const about: Page = {
  path: "/about",
  answer: ({ words: { t } }, { operator }) => ({
    kind: "page",
    title: t("about.title"),
    description: t("about.lead"),
    body: <About operator={operator} />,
    life: constantly(null),
  }),
};

const databaseLinks: readonly OfficialLink[] = [["https://remittanceprices.worldbank.org/", "about.link_world_bank"]];

function About({ operator }: { readonly operator: Operator }) {
  const { t } = useWords();
  return (
    <article class="text">
      <h1>{t("about.title")}</h1>
      <p class="lead">{t("about.lead")}</p>
      <TextSection heading="about.why" texts={["about.why_cost", "about.why_spirit"]} />
      <TextSection
        heading="about.independent"
        points={["about.independent_list", "about.independent_links", "about.independent_stars"]}
      />
      <TextSection heading="about.funding" texts={["about.funding_software"]}>
        <p>
          {operator.funding === null
            ? t("about.funding_unsaid")
            : t("about.funding_said", { funding: operator.funding })}
        </p>
      </TextSection>
      <TextSection heading="about.contact" texts={["about.contact_text"]}>
        <Contact contact={operator.contact} />
      </TextSection>
      <TextSection heading="about.languages" texts={["about.languages_text"]} id="languages">
        <Contact contact={operator.contact} />
      </TextSection>
      <TextSection heading="about.others" texts={["about.others_text"]}>
        <OfficialLinks links={databaseLinks} />
      </TextSection>
    </article>
  );
}

function Contact({ contact }: Pick<Operator, "contact">) {
  const { t } = useWords();
  if (contact === null) return <p class="note">{t("about.contact_unsaid")}</p>;
  const address = contact.startsWith("https:") ? contact : `mailto:${contact}`;
  return (
    <p class="links">
      <a href={address} dir="ltr">
        {contact}
      </a>
    </p>
  );
}
