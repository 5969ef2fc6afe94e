import type { OffersAnswer } from "@openremit/shared/contracts";
import { AnswerWarnings } from "../../pages/corridor/answer-warnings.tsx";
import { Headline } from "../../pages/corridor/headline.tsx";
import type { CorridorQuestion } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import type { Theme } from "../embed.ts";
import { fullPath } from "../embed-address.ts";
import { AmountChoice, CurrencyLinks } from "./choices.tsx";
import { FrameTable } from "./frame-table.tsx";

export interface FrameBodyProps {
  readonly question: CorridorQuestion;
  readonly answer: OffersAnswer;
  readonly theme: Theme;
}

/** Seen before anything is tapped; a frame stands between other things. */
const mostShown = 3;

/** What the corridor's page says, in little: every ranked option in its order, and the way to all the rest. */
export function FrameBody({ question, answer, theme }: FrameBodyProps) {
  const words = useWords();
  const { t, country, moment } = words;
  const { offers, unranked, corridor } = answer;
  const [best] = offers;
  const [first, rest] = [offers.slice(0, mostShown), offers.slice(mostShown)];
  const newest = answer.warnings.find(({ observedAt }) => observedAt !== undefined)?.observedAt;
  return (
    <>
      <h1>{t("corridor.title", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) })}</h1>
      {best !== undefined && <Headline answer={answer} best={best} />}
      <AnswerWarnings {...answer} />
      {best === undefined && newest !== undefined && <p>{t("corridor.newest_seen", { when: moment(newest) })}</p>}
      {first.length > 0 && <FrameTable offers={first} answer={answer} />}
      {rest.length > 0 && (
        <details>
          <summary>{t("corridor.more", { count: rest.length })}</summary>
          <FrameTable offers={rest} answer={answer} />
        </details>
      )}
      {unranked.length > 0 && <p class="quiet">{t("embed.unranked", { count: unranked.length })}</p>}
      <AmountChoice question={question} theme={theme} />
      <CurrencyLinks question={question} theme={theme} />
      <p>
        <a href={fullPath(question, words)} target="_blank" rel="noopener noreferrer">
          {t("embed.full", { site: t("site.name") })}
        </a>
      </p>
      <p class="quiet">
        {t("corridor.order")} {t("footer.promise")}
      </p>
      {answer.attributions.length > 0 && (
        <p class="quiet">
          {t("corridor.attributions")}{" "}
          {answer.attributions.map(({ source, text }) => (
            <bdi class="attribution" key={source}>
              {text}
            </bdi>
          ))}
        </p>
      )}
    </>
  );
}
