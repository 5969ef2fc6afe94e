import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import { lossText } from "../../pages/corridor/loss-text.ts";
import { labelsOf } from "../../pages/corridor/offer-labels.ts";
import { seenText } from "../../pages/corridor/seen-text.ts";
import { warningText } from "../../words/warning-text.tsx";
import { useWords } from "../../words/words.ts";
import { knownHow } from "../known-how.ts";

export interface FrameTableProps {
  readonly offers: readonly RankedOffer[];
  readonly answer: OffersAnswer;
}

/** Two columns, so that it fits where nothing else does. */
export function FrameTable({ offers, answer }: FrameTableProps) {
  const { t, roundMoney } = useWords();
  const { corridor, question } = answer;
  return (
    <table>
      <caption>{t("embed.caption", { amount: roundMoney(question.pay ?? "0", corridor.sendCurrency) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("embed.option")}</th>
          <th scope="col">{t("corridor.they_get")}</th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer) => (
          <FrameRow key={offer.quoteId} offer={offer} answer={answer} />
        ))}
      </tbody>
    </table>
  );
}

function FrameRow({ offer, answer }: { readonly offer: RankedOffer; readonly answer: OffersAnswer }) {
  const words = useWords();
  const { t, money } = words;
  const how = knownHow(offer, words);
  const { sendCurrency, receiveCurrency } = answer.corridor;
  return (
    <tr>
      <th scope="row">
        <span class="name">{offer.provider.name}</span>
        {how !== null && <span>{how}</span>}
        <span class="quiet">{seenText(offer, words)}</span>
        {labelsOf(offer).map((label) => (
          <span class="label" key={label}>
            {t(label)}
          </span>
        ))}
        {offer.warnings.length > 0 && (
          <details>
            <summary>{t("facts.notes")}</summary>
            {offer.warnings.map((warning) => warningText(warning, words))}
          </details>
        )}
      </th>
      <td>
        <span class="amount">{money(offer.received, receiveCurrency)}</span>
        <span>
          {offer.cost === null
            ? offer.rank > 1 && t("embed.gap", { gap: money(offer.behindBest, receiveCurrency) })
            : lossText({ cost: offer.cost, asks: "pay", sendCurrency }, words)}
        </span>
      </td>
    </tr>
  );
}
