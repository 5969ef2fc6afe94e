import { constantly } from "@openremit/shared/serving";
import { TextSection } from "../../layout/text-section.tsx";
import type { Page } from "../../site/page.ts";
import type { MessageKey } from "../../words/message-file.ts";
import { useWords } from "../../words/words.ts";

/** What is known about a reader (nothing that lasts), and who could learn what. */
export const privacy: Page = {
  path: "/privacy",
  answer: ({ words: { t } }) => ({
    kind: "page",
    title: t("privacy.title"),
    description: t("privacy.lead"),
    body: <Privacy />,
    life: constantly(null),
  }),
};

const threats: readonly (readonly [who: MessageKey, what: MessageKey, defence: MessageKey])[] = [
  ["privacy.phone", "privacy.phone_sees", "privacy.phone_do"],
  ["privacy.network", "privacy.network_sees", "privacy.network_do"],
  ["privacy.operator", "privacy.operator_sees", "privacy.operator_do"],
  ["privacy.provider", "privacy.provider_sees", "privacy.provider_do"],
  ["privacy.liar", "privacy.liar_sees", "privacy.liar_do"],
];

function Privacy() {
  const { t } = useWords();
  return (
    <article class="text">
      <h1>{t("privacy.title")}</h1>
      <p class="lead">{t("privacy.lead")}</p>
      <TextSection
        heading="privacy.kept"
        points={["privacy.kept_account", "privacy.kept_cookie", "privacy.kept_question", "privacy.kept_others"]}
      />
      <TextSection
        heading="privacy.forms"
        points={["privacy.forms_check", "privacy.forms_report", "privacy.forms_offline", "privacy.forms_address"]}
      />
      <TextSection heading="privacy.threats" texts={["privacy.threats_text"]}>
        <dl class="threats">
          {threats.map(([who, what, defence]) => (
            <div key={who} class="card">
              <dt>{t(who)}</dt>
              <dd>{t(what)}</dd>
              <dd>{t(defence)}</dd>
            </div>
          ))}
        </dl>
      </TextSection>
    </article>
  );
}
