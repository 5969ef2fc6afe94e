import { longestReport, type ReportPlace, reportPlaces } from "@openremit/shared/contracts";
import { describedBy, Field } from "../../forms/field.tsx";
import { FigureField } from "../../forms/figure-field.tsx";
import type { MessageKey } from "../../words/message-file.ts";
import { useWords } from "../../words/words.ts";
import type { TypedReport, WrongReport } from "./read-report.ts";
import type { ReportedPrice } from "./reported-price.ts";

export interface ReportFormProps {
  readonly price: ReportedPrice;
  readonly typed: TypedReport;
  readonly wrong: WrongReport;
  readonly token: string;
  /** The last day that may be chosen. */
  readonly today: string;
}

/** What somebody saw elsewhere. No name is asked for, and no way to reach anybody. */
export function ReportForm({ price, typed, wrong, token, today }: ReportFormProps) {
  const { t, href, currencyName } = useWords();
  const { quoteId, corridor } = price.quote;
  const { sendCurrency: sent, receiveCurrency: paidOut } = corridor;
  const of = (name: "amount" | "fee" | "rate" | "received") => ({
    name,
    typed: typed[name],
    wrong: wrong[name] ?? null,
  });
  return (
    <form class="card stack" method="post" action={href("/report")}>
      <h2>{t("report.what")}</h2>
      <p class="quiet">{t("report.what_hint")}</p>
      <div class="fields top">
        <FigureField {...of("amount")} label={t("check.amount", { currency: currencyName(sent) })} />
        <FigureField {...of("fee")} label={t("check.fee", { currency: currencyName(sent) })} />
      </div>
      <div class="fields top">
        <FigureField {...of("rate")} label={t("check.rate", { sent, paidOut })} />
        <FigureField {...of("received")} label={t("report.received", { currency: currencyName(paidOut) })} />
      </div>
      <WhereChoice chosen={typed.where} wrong={wrong.where ?? null} />
      <Field id="seenOn" label={t("report.when")} wrong={wrong.seenOn ?? null}>
        <input
          id="seenOn"
          name="seenOn"
          type="date"
          max={today}
          value={typed.seenOn}
          required
          {...describedBy({ id: "seenOn", wrong: wrong.seenOn ?? null })}
        />
      </Field>
      <Field id="text" label={t("report.words")} hint={t("report.words_hint")} wrong={wrong.text ?? null}>
        <textarea
          id="text"
          name="text"
          rows={4}
          maxLength={longestReport}
          {...describedBy({ id: "text", hint: "", wrong: wrong.text ?? null })}
        >
          {typed.text}
        </textarea>
      </Field>
      <button class="button" type="submit">
        {t("report.send")}
      </button>
      <p class="quiet">{t("report.privacy")}</p>
      <Trap />
      <input type="hidden" name="quote" value={quoteId} />
      <input type="hidden" name="token" value={token} />
    </form>
  );
}

const placeNames = {
  online: "report.where_online",
  app: "report.where_app",
  counter: "report.where_counter",
} as const satisfies Record<ReportPlace, MessageKey>;

function WhereChoice({ chosen, wrong }: { readonly chosen: string; readonly wrong: string | null }) {
  const { t } = useWords();
  return (
    <fieldset class="field" aria-describedby={wrong === null ? undefined : "where-wrong"}>
      <legend>{t("report.where")}</legend>
      <div class="cluster">
        {reportPlaces.map((place) => (
          <label class="choice" key={place}>
            <input type="radio" name="where" value={place} checked={place === chosen} required />
            {t(placeNames[place])}
          </label>
        ))}
      </div>
      {wrong !== null && (
        <p class="wrong" id="where-wrong">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

/** Nobody sees this field; programs that fill in every field give themselves away. */
function Trap() {
  const { t } = useWords();
  return (
    <div class="unseen" aria-hidden="true">
      <label for="website">{t("report.leave_empty")}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" />
    </div>
  );
}
