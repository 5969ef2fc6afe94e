import type { OffersAnswer } from "@openremit/shared/contracts";
import { QrCode } from "../../layout/qr-code.tsx";
import { ScrollRegion } from "../../layout/scroll-region.tsx";
import { useWords, type Words } from "../../words/words.ts";
import { isAbout } from "../corridor/offer-labels.ts";
import { Both } from "./both.tsx";
import { PriceTable } from "./price-table.tsx";
import { ToAsk } from "./to-ask.tsx";

export interface SheetProps {
  readonly answer: OffersAnswer;
  readonly also: Words | null;
  /** Whole address of the corridor's page, to be scanned; null where it is not known. */
  readonly address: string | null;
}

/** One page of paper: what to pay whom, when that was true, and what to ask. */
export function Sheet({ answer, also, address }: SheetProps) {
  const { t, list } = useWords();
  return (
    <>
      <Both also={also} say={(words) => <SheetHead answer={answer} words={words} isFirst={words !== also} />} />
      {answer.offers.length > 0 && (
        <ScrollRegion labelledBy="prices">
          <PriceTable answer={answer} also={also} />
        </ScrollRegion>
      )}
      {answer.offers.some(isAbout) && <Both also={also} say={(words) => <p>{words.t("label.about_why")}</p>} />}
      <Both also={also} say={(words) => <ToAsk currency={answer.corridor.receiveCurrency} words={words} />} />
      <footer class="sheet-foot">
        {address !== null && <QrCode text={address} label={t("print.qr_label")} />}
        <div>
          <Both also={also} say={(words) => <p>{words.t("print.qr")}</p>} />
          <p>
            <bdi dir="ltr">{address?.replace(/^https?:\/\//, "")}</bdi>
          </p>
          {answer.attributions.length > 0 && (
            <p>
              {t("corridor.attributions")} {list(answer.attributions.map(({ text }) => text))}
            </p>
          )}
        </div>
      </footer>
    </>
  );
}

interface SheetPartProps {
  readonly answer: OffersAnswer;
  readonly words: Words;
}

function SheetHead({ answer, words, isFirst }: SheetPartProps & { readonly isFirst: boolean }) {
  const { t, country, roundMoney, moment } = words;
  const { sendCountry, sendCurrency, receiveCountry, receiveCurrency } = answer.corridor;
  const { pay, receive } = answer.question;
  const title = t("corridor.title", { from: country(sendCountry), to: country(receiveCountry) });
  const times = answer.offers.map(({ observedAt }) => observedAt).sort();
  const [oldest] = times;
  const newest = times.at(-1);
  return (
    <>
      {isFirst ? <h1>{title}</h1> : <p class="title">{title}</p>}
      <p class="lead">
        {receive === undefined
          ? t("print.pay", { amount: roundMoney(pay ?? "0", sendCurrency) })
          : t("print.receive", { amount: roundMoney(receive, receiveCurrency) })}
      </p>
      {oldest === undefined || newest === undefined ? (
        <p>{t("print.none")}</p>
      ) : (
        <p>
          {t("corridor.coverage_when", { newest: moment(newest), oldest: moment(oldest) })} {t("print.counter")}
        </p>
      )}
    </>
  );
}
