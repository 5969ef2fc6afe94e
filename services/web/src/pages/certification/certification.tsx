import { type Comparison, noFilters } from "@openremit/shared/comparison";
import type { CorridorsAnswer, OffersAnswer } from "@openremit/shared/contracts";
import { type OfficialLink, OfficialLinks } from "../../layout/official-links.tsx";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";
import { type AuditRow, auditOf } from "./audit.ts";

/** A self-audit against the World Bank's conditions for certified price databases. */
export const certification: Page = {
  path: "/certification",
  async answer({ words: { t } }, { catalog, comparison, operator }) {
    const { answer, ...life } = comparison.corridors({ sort: "id" });
    const answers = await readAnswers(answer.corridors, comparison);
    const evidence = { catalog, answers, fundingIsSaid: operator.funding !== null };
    return {
      kind: "page",
      title: t("certification.title"),
      description: t("certification.lead"),
      body: <Certification rows={auditOf(evidence)} />,
      life,
    };
  },
};

async function readAnswers(
  corridors: CorridorsAnswer["corridors"],
  comparison: Pick<Comparison, "offers">,
): Promise<OffersAnswer[]> {
  const answers = corridors.map(async ({ corridor, pay }) => {
    const { id, sendCurrency, receiveCurrency } = corridor;
    const asked = { corridorId: id, sendCurrency, receiveCurrency, pay, receive: null };
    return (await comparison.offers({ ...asked, filters: noFilters, at: null })).answer;
  });
  return Promise.all(answers);
}

const links: readonly OfficialLink[] = [["https://remittanceprices.worldbank.org/", "about.link_world_bank"]];

function Certification({ rows }: { readonly rows: readonly AuditRow[] }) {
  const { t, count } = useWords();
  return (
    <article class="text">
      <h1>{t("certification.title")}</h1>
      <p class="lead">{t("certification.lead")}</p>
      <p class="note">{t("certification.not_certified")}</p>
      <ol class="audit">
        {rows.map(({ point, verdict, share }) => (
          <li key={point} class="card">
            <h2>{t(`audit.${point}`)}</h2>
            <p>
              <strong class={`label verdict-${verdict}`}>{t(`verdict.${verdict}`)}</strong>{" "}
              {share !== null && t("certification.share", { count: count(share.count), of: count(share.of) })}
            </p>
            <p>{t(`audit_how.${point}`)}</p>
          </li>
        ))}
      </ol>
      <OfficialLinks links={links} />
    </article>
  );
}
