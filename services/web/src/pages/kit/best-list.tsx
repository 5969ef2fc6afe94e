import type { OffersAnswer } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";
import { howText } from "../corridor/offer-how.ts";
import { markFigure } from "../corridor/offer-labels.ts";
import { bestOfProviders } from "../text/best-of-providers.ts";
import { AboutNote } from "./about-note.tsx";

/** As many as stand on half a sheet in large letters. */
const mostListed = 5;

/** What arrives, and what is lost, with the best providers. */
export function BestList({ answer }: { readonly answer: OffersAnswer }) {
  const words = useWords();
  const { t, money, roundMoney } = words;
  const { offers, corridor, question } = answer;
  const listed = bestOfProviders(offers).slice(0, mostListed);
  if (listed.length === 0) return <p>{t("print.none")}</p>;
  const amount = roundMoney(question.pay ?? "0", corridor.sendCurrency);
  return (
    <>
      <table class="figures">
        <caption>{t("kit.best_few", { amount })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("print.provider")}</th>
            <th scope="col" class="number">
              {t("corridor.they_get")}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((offer) => (
            <tr key={offer.quoteId}>
              <th scope="row">
                {offer.provider.name} <span class="how">{howText(offer, words)}</span>
              </th>
              <td class="number">
                <strong>{markFigure(money(offer.received, corridor.receiveCurrency), offer)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <AboutNote offers={listed} />
    </>
  );
}
