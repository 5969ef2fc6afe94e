import type { CorridorConfig, OffersAnswer } from "@openremit/shared/contracts";
import { noCostReasonOf } from "../../corridor-costs/no-cost-reason.ts";
import { useWords } from "../../words/words.ts";
import type { SaveQuestion } from "./parse-save-question.ts";
import { SaveForm } from "./save-form.tsx";
import { SaveResult } from "./save-result.tsx";
import { yearlyGains } from "./yearly-gain.ts";

export interface SaveProps {
  readonly pairs: readonly CorridorConfig[];
  readonly question: SaveQuestion;
  /** Null until there is a corridor and an amount. */
  readonly answer: OffersAnswer | null;
}

export function Save({ pairs, question, answer }: SaveProps) {
  const { t } = useWords();
  const gains = answer === null ? null : yearlyGains(answer, question.now, question.timesAYear);
  return (
    <>
      <h1>{t("save.title")}</h1>
      <p class="lead">{t("save.lead")}</p>
      {answer !== null && answer.offers.length === 0 && <NoOffers answer={answer} />}
      {answer !== null && gains !== null && (
        <SaveResult gains={gains} answer={answer} timesAYear={question.timesAYear} />
      )}
      <SaveForm pairs={pairs} question={question} offers={answer?.offers ?? []} isUnknown={gains === null} />
      <p class="quiet">{t("save.honest")}</p>
    </>
  );
}

function NoOffers({ answer }: { readonly answer: OffersAnswer }) {
  const { t } = useWords();
  return <p class="note">{t(`warning.${noCostReasonOf(answer) ?? "nothing_matches"}`)}</p>;
}
