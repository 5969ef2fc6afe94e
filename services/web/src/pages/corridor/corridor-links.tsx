import { KeepPage } from "../../layout/keep-page.tsx";
import { ShareText } from "../../layout/share-text.tsx";
import { type CorridorQuestion, questionQuery } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";

/** Where to go on with the same question. */
export function CorridorLinks({ question }: { readonly question: CorridorQuestion }) {
  const { t, href } = useWords();
  const { corridor, config, asks, reading } = question;
  const query = questionQuery(question);
  const currency = config.receiveCurrencies.length > 1 ? corridor.receiveCurrency : "";
  const pay = asks === "pay" ? (reading.amount ?? "") : "";
  return (
    <section class="no-print">
      <h2>{t("corridor.next")}</h2>
      <ul class="bare actions">
        <li>
          <a href={href(`/${corridor.id}/history`, { pay, currency })}>{t("corridor.to_history")}</a>
        </li>
        <li>
          <a href={href("/check", { corridor: corridor.id, currency })}>{t("corridor.to_check")}</a>
        </li>
        <li>
          <a href={href(`/${corridor.id}/print`, query)}>{t("corridor.to_print")}</a>
        </li>
        <li>
          <a href={href(`/${corridor.id}/poster`, query)}>{t("corridor.to_poster")}</a>
        </li>
        <li>
          <a href={href("/widget", { route: `${corridor.id}${currency === "" ? "" : `.${currency}`}`, pay })}>
            {t("corridor.to_widget")}
          </a>
        </li>
        <li>
          <ShareText path={href(`/${corridor.id}/text`, query)} />
        </li>
        <li>
          <a href={href("/method")}>{t("corridor.about")}</a>
        </li>
      </ul>
      <KeepPage />
    </section>
  );
}
