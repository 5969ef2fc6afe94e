import type { Catalog } from "@openremit/shared/catalog";
import type { Correction } from "@openremit/shared/storage";
import type { Page } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";
import { useWords } from "../../words/words.ts";

/** The public log of what was wrong and was put right. */
export const corrections: Page = {
  path: "/corrections",
  async answer({ words: { t } }, { desk, catalog }) {
    const log = await desk.corrections().catch((cause: unknown) => {
      throw new PageProblem(503, "problem.away", {}, { cause });
    });
    return {
      kind: "page",
      title: t("corrections.title"),
      description: t("corrections.lead"),
      body: <Corrections log={log} catalog={catalog} />,
      life: null,
    };
  },
};

interface CorrectionsProps {
  readonly log: readonly Correction[];
  readonly catalog: Catalog;
}

function Corrections({ log, catalog }: CorrectionsProps) {
  const { t } = useWords();
  return (
    <article class="text">
      <h1>{t("corrections.title")}</h1>
      <p class="lead">{t("corrections.lead")}</p>
      {log.length === 0 ? (
        <p class="note">{t("corrections.none")}</p>
      ) : (
        <ol class="stack bare">
          {log.map((correction) => (
            <CorrectionItem key={correction.correctionId} correction={correction} catalog={catalog} />
          ))}
        </ol>
      )}
    </article>
  );
}

/** What was wrong is put in words by the command that mends it; why stands as it was written, in whatever language. */
function CorrectionItem({ correction, catalog }: { readonly correction: Correction; readonly catalog: Catalog }) {
  const { t, moment, country } = useWords();
  const corridor = catalog.corridors.get(correction.corridorKey);
  return (
    <li class="card">
      <p class="quiet">{moment(correction.publishedAt)}</p>
      <p>
        <strong>{catalog.providers.get(correction.provider)?.name ?? correction.provider}</strong>
        {corridor !== undefined &&
          `, ${t("route.name", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) })}`}
      </p>
      <p lang="en" dir="auto">
        {correction.what}
      </p>
      <p dir="auto">{correction.why}</p>
      {correction.quoteId !== null && (
        <p class="links">
          <a href={`/v1/offers/${correction.quoteId}/receipt`}>{t("corrections.receipt")}</a>
        </p>
      )}
    </li>
  );
}
