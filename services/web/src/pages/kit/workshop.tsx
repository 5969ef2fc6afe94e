import { constantly } from "@openremit/shared/serving";
import type { Language } from "../../languages/languages.ts";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";
import { EightQuestions } from "./eight-questions.tsx";
import { Exercise } from "./exercise.tsx";
import { Scan } from "./scan.tsx";
import { SheetLanguages } from "./sheet-languages.tsx";

/** For a group in a room: eight questions to take to a shop, and an exercise to understand the answers. */
export const workshop: Page = {
  path: "/kit/workshop",
  answer: ({ words, origin }, { dictionary }) => ({
    kind: "page",
    title: words.t("kit.workshop"),
    description: words.t("kit.workshop_lead"),
    body: (
      <Workshop
        address={origin.url === null ? null : `${origin.url}${words.href("/check")}`}
        languages={[...dictionary.values()].map(({ language }) => language)}
      />
    ),
    // An address that one client made up is no address for others.
    life: origin.isSure ? constantly(null) : null,
    frame: "sheet",
    styles: ["kit"],
  }),
};

export interface WorkshopProps {
  /** Whole address of the page that checks offers; null where it is not known. */
  readonly address: string | null;
  readonly languages: readonly Language[];
}

export function Workshop({ address, languages }: WorkshopProps) {
  const { t, href } = useWords();
  return (
    <>
      <div class="no-print stack">
        <p class="note">
          {t("print.hint")} <a href={href("/kit")}>{t("kit.back")}</a>
        </p>
        <SheetLanguages path="/kit/workshop" languages={languages} />
      </div>
      <article class="workshop stack">
        <h1>{t("kit.workshop")}</h1>
        <p class="lead">{t("kit.workshop_lead")}</p>
        <EightQuestions />
        <Exercise />
        <section>
          <h2>{t("kit.own")}</h2>
          <p>{t("kit.own_text")}</p>
          <Scan address={address} text={t("check.lead")} />
        </section>
      </article>
    </>
  );
}
