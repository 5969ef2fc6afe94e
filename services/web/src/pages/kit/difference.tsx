import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import { parseDecimal } from "@openremit/shared/domain";
import type { ComponentChildren } from "preact";
import { useWords } from "../../words/words.ts";
import { markFigure } from "../corridor/offer-labels.ts";

/** What choosing is worth: the first and the last of the offers that can be compared. */
export interface Ends {
  readonly best: RankedOffer;
  /** null where nothing lies between them. */
  readonly worst: RankedOffer | null;
}

/** @returns null where no offer has a rank. */
export function endsOf({ offers }: Pick<OffersAnswer, "offers">): Ends | null {
  const [best] = offers;
  const worst = offers.at(-1);
  if (best === undefined || worst === undefined) return null;
  return { best, worst: parseDecimal(worst.behindBest).isZero() ? null : worst };
}

/** The one number of a sheet: how much more arrives by comparing; with a single price, what arrives. */
export function Difference({ answer, ends }: { readonly answer: OffersAnswer; readonly ends: Ends }) {
  const { rich, money, roundMoney } = useWords();
  const { sendCurrency, receiveCurrency } = answer.corridor;
  const b = (chunks: ComponentChildren) => <strong class="figure">{chunks}</strong>;
  const { best, worst } = ends;
  const amount = roundMoney(answer.question.pay ?? best.pay, sendCurrency);
  return (
    <p class="lead">
      {worst === null
        ? rich("kit.best_gives", { b, amount, received: markFigure(money(best.received, receiveCurrency), best) })
        : rich("kit.difference", { b, amount, gap: markFigure(money(worst.behindBest, receiveCurrency), best, worst) })}
    </p>
  );
}
