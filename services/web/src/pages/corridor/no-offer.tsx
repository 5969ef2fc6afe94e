import type { OffersAnswer } from "@openremit/shared/contracts";
import { type CorridorQuestion, questionQuery } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";

export interface NoOfferProps {
  readonly answer: OffersAnswer;
  readonly question: CorridorQuestion;
}

/** No price to put first: why stands in the warnings of the answer, the way on stands here. */
export function NoOffer({ answer, question }: NoOfferProps) {
  const { t, href, moment } = useWords();
  const { filters, corridor } = question;
  const newest = answer.warnings.find(({ observedAt }) => observedAt !== undefined)?.observedAt;
  const isFiltered = filters.payIn.length > 0 || filters.payOut.length > 0 || filters.maxDays !== null;
  return (
    <div class="answer">
      {answer.unranked.length > 0 && <p class="lead">{t("corridor.none_ranked", { count: answer.unranked.length })}</p>}
      {newest !== undefined && <p class="lead">{t("corridor.newest_seen", { when: moment(newest) })}</p>}
      <p class="cluster">
        {isFiltered && (
          <a class="button" href={href(`/${corridor.id}`, questionQuery(question))}>
            {t("corridor.no_filters")}
          </a>
        )}
        <a class="button plain" href={href("/corridors")}>
          {t("corridor.other_country")}
        </a>
      </p>
    </div>
  );
}
