import type { MessageKey } from "../../words/message-file.ts";
import { useWords } from "../../words/words.ts";
import { ReportForm, type ReportFormProps } from "./report-form.tsx";
import type { ReportedPrice } from "./reported-price.ts";

export interface ReportBodyProps extends ReportFormProps {
  /** Why it was not kept yet; null before anything was sent. */
  readonly notKept: MessageKey | null;
}

/** The price in question, and the form about it. */
export function ReportBody({ notKept, ...form }: ReportBodyProps) {
  const { t } = useWords();
  return (
    <>
      <h1>{t("report.title")}</h1>
      {notKept !== null && (
        <p class="problem" role="alert">
          {t(notKept)}
        </p>
      )}
      <PriceShown {...form.price} />
      <ReportForm {...form} />
    </>
  );
}

function PriceShown({ quote, providerName }: ReportedPrice) {
  const { t, money, rate, moment } = useWords();
  const { sendCurrency: sent, receiveCurrency: paidOut } = quote.corridor;
  return (
    <>
      <p class="lead">{t("report.we_show", { provider: providerName, when: moment(quote.observedAt) })}</p>
      <dl class="facts">
        {quote.amount !== null && [
          <dt key="amount">{t("report.for_amount")}</dt>,
          <dd key="amount=">{money(quote.amount, sent)}</dd>,
        ]}
        {quote.fee !== null && [<dt key="fee">{t("facts.fee")}</dt>, <dd key="fee=">{money(quote.fee, sent)}</dd>]}
        {quote.rate !== null && [
          <dt key="rate">{t("facts.rate")}</dt>,
          <dd key="rate=">{t("unit.rate", { base: sent, value: rate(quote.rate), quote: paidOut })}</dd>,
        ]}
        {quote.received !== null && [
          <dt key="received">{t("facts.received")}</dt>,
          <dd key="received=">{money(quote.received, paidOut)}</dd>,
        ]}
      </dl>
    </>
  );
}
