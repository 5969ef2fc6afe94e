import { useWords } from "../../words/words.ts";
import type { ReportedPrice } from "./reported-price.ts";

export interface ReportThanksProps {
  readonly reportId: string;
  readonly price: ReportedPrice;
}

/** It is kept; what happens with it now, and the number under which it can be asked about. */
export function ReportThanks({ reportId, price: { quote } }: ReportThanksProps) {
  const { t, href } = useWords();
  return (
    <>
      <h1>{t("report.thanks")}</h1>
      <p class="lead">{t("report.kept")}</p>
      <p>
        {t("report.number")} <code>{reportId}</code>
      </p>
      <p class="cluster">
        <a class="button" href={href(`/${quote.corridor.id}`, { currency: quote.corridor.receiveCurrency })}>
          {t("report.back")}
        </a>
        <a class="button plain" href={href("/corrections")}>
          {t("nav.corrections")}
        </a>
      </p>
    </>
  );
}
