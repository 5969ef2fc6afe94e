import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import { useWords, type Words } from "../../words/words.ts";
import { markFigure } from "../corridor/offer-labels.ts";
import { groupByWay } from "../corridor/way-groups.ts";
import { BothInline } from "./both.tsx";

export interface PriceTableProps {
  readonly answer: OffersAnswer;
  readonly also: Words | null;
}

/** The best three per way of paying, on as little paper as can be read. */
export function PriceTable({ answer, also }: PriceTableProps) {
  const { t } = useWords();
  const { offers, question } = answer;
  const hasCost = offers.some(({ cost }) => cost !== null);
  const figureKey = question.receive === undefined ? "corridor.they_get" : "corridor.you_pay";
  const columns = hasCost ? 4 : 3;
  return (
    <table class="figures">
      <caption class="unseen" id="prices">
        {t("print.table")}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <BothInline also={also} say={(words) => words.t("print.provider")} />
          </th>
          <th scope="col">
            <BothInline also={also} say={(words) => words.t("print.how")} />
          </th>
          <th scope="col" class="number">
            <BothInline also={also} say={(words) => words.t(figureKey)} />
          </th>
          {hasCost && (
            <th scope="col" class="number">
              <BothInline also={also} say={(words) => words.t("check.you_lose")} />
            </th>
          )}
        </tr>
      </thead>
      {groupByWay(offers).map(({ way, best }) => (
        <tbody key={way}>
          <tr>
            <th class="way" colSpan={columns} scope="rowgroup">
              <BothInline also={also} say={(words) => words.t(`way.${way}`)} />
            </th>
          </tr>
          {best.map((offer) => (
            <PriceRow key={offer.quoteId} offer={offer} answer={answer} also={also} hasCost={hasCost} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface PriceRowProps extends PriceTableProps {
  readonly offer: RankedOffer;
  readonly hasCost: boolean;
}

function PriceRow({ offer, answer: { corridor, question }, also, hasCost }: PriceRowProps) {
  const { money } = useWords();
  const { payOut } = offer;
  const sayPayOut = (words: Words) => (payOut === null ? words.t("print.unknown") : words.t(`payOut.${payOut}`));
  return (
    <tr>
      <th scope="row">{offer.provider.name}</th>
      <td>
        <BothInline also={also} say={sayPayOut} />
      </td>
      <td class="number">
        <strong>
          {markFigure(
            question.receive === undefined
              ? money(offer.received, corridor.receiveCurrency)
              : money(offer.pay, corridor.sendCurrency),
            offer,
          )}
        </strong>
      </td>
      {hasCost && (
        <td class="number">{offer.cost === null ? "" : markFigure(money(offer.cost, corridor.sendCurrency), offer)}</td>
      )}
    </tr>
  );
}
