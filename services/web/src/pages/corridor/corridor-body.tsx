import type { Catalog } from "@openremit/shared/catalog";
import type { OffersAnswer } from "@openremit/shared/contracts";
import type { CorridorQuestion } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import { AnswerWarnings } from "./answer-warnings.tsx";
import { CorridorLinks } from "./corridor-links.tsx";
import { CoverageLine } from "./coverage-line.tsx";
import { Headline } from "./headline.tsx";
import { NoOffer } from "./no-offer.tsx";
import { buildOfferScene } from "./offer-scene.ts";
import { QuestionForm } from "./question-form.tsx";
import { UnrankedSection } from "./unranked-section.tsx";
import { groupByWay } from "./way-groups.ts";
import { WaySection } from "./way-section.tsx";

export interface CorridorBodyProps {
  readonly question: CorridorQuestion;
  /** null where the amount cannot be read: then the form says so. */
  readonly answer: OffersAnswer | null;
  readonly catalog: Catalog;
}

/** The heart of the site: the question, one number, and every option behind it. */
export function CorridorBody({ question, answer, catalog }: CorridorBodyProps) {
  const { t, country } = useWords();
  const { sendCountry, receiveCountry } = question.corridor;
  return (
    <>
      <h1>{t("corridor.title", { from: country(sendCountry), to: country(receiveCountry) })}</h1>
      <QuestionForm question={question} bestReceived={answer?.offers[0]?.received ?? null} />
      {answer !== null && <Answer question={question} answer={answer} catalog={catalog} />}
    </>
  );
}

function Answer({ question, answer, catalog }: CorridorBodyProps & { readonly answer: OffersAnswer }) {
  const words = useWords();
  const { t } = words;
  const scene = buildOfferScene(answer, catalog, words);
  const [best] = answer.offers;
  return (
    <>
      {best !== undefined && <Headline answer={answer} best={best} />}
      <AnswerWarnings {...answer} />
      {best === undefined && <NoOffer answer={answer} question={question} />}
      {best !== undefined && <p class="quiet">{t(scene.asks === "pay" ? "corridor.order" : "corridor.order_pay")}</p>}
      {groupByWay(answer.offers).map((group) => (
        <WaySection key={group.way} {...group} scene={scene} showsAll={question.showsAll} />
      ))}
      <UnrankedSection offers={answer.unranked} scene={scene} isOpen={question.showsAll || best === undefined} />
      <CoverageLine {...answer} />
      <CorridorLinks question={question} />
    </>
  );
}
