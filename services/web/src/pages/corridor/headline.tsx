import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import type { ComponentChildren } from "preact";
import { useWords, type Words } from "../../words/words.ts";
import { lossText } from "./loss-text.ts";
import { howText } from "./offer-how.ts";

export interface HeadlineProps {
  readonly answer: OffersAnswer;
  readonly best: RankedOffer;
}

/** One number first: what the best option puts in their hand, and what is lost on the way. */
export function Headline({ answer, best }: HeadlineProps) {
  const words = useWords();
  const { t, rich, money, moment } = words;
  const { sendCurrency, receiveCurrency } = answer.corridor;
  const b = (chunks: ComponentChildren) => <strong class="figure">{chunks}</strong>;
  const { receive } = answer.question;
  const asks = receive === undefined ? "pay" : "receive";
  return (
    <div class="answer">
      <p class="lead">
        {receive === undefined
          ? rich("corridor.best_receive", { b, amount: money(best.received, receiveCurrency) })
          : rich("corridor.best_pay", {
              b,
              amount: money(best.pay, sendCurrency),
              received: money(receive, receiveCurrency),
            })}
      </p>
      <p class="loss">
        {best.cost === null ? gapText(answer, words) : lossText({ cost: best.cost, asks, sendCurrency }, words)}
      </p>
      <p class="quiet">
        {t("corridor.best_how", {
          provider: best.provider.name,
          how: howText(best, words),
          when: moment(best.observedAt),
        })}
      </p>
    </div>
  );
}

/** Where nobody can say what is lost, the distance to the second tells what choosing is worth. */
function gapText({ offers, question, corridor }: OffersAnswer, { t, money }: Words): string | null {
  const second = offers[1];
  if (second === undefined) return null;
  return question.receive === undefined
    ? t("corridor.gap", { gap: money(second.behindBest, corridor.receiveCurrency) })
    : t("corridor.gap_pay", { gap: money(second.behindBest, corridor.sendCurrency) });
}
