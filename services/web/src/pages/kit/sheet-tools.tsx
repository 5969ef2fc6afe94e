import { AmountField } from "../../forms/amount-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import type { Language } from "../../languages/languages.ts";
import { type CorridorQuestion, questionQuery } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import { SheetLanguages } from "./sheet-languages.tsx";

export interface SheetToolsProps {
  /** Of the sheet, below its language. */
  readonly path: string;
  readonly question: CorridorQuestion;
  readonly languages: readonly Language[];
}

/** Beside the sheet on a screen, and not on paper: how it is printed, for which amount, in which language. */
export function SheetTools({ path, question, languages }: SheetToolsProps) {
  const { t, href, currencyName } = useWords();
  const { config, corridor, typed } = question;
  return (
    <div class="no-print stack">
      <p class="note">
        {t("print.hint")} <a href={href("/kit")}>{t("kit.back")}</a>
      </p>
      <form class="card" action={href(path)}>
        <div class="fields">
          <AmountField
            id="pay"
            name="pay"
            label={t("corridor.pay", { currency: currencyName(corridor.sendCurrency) })}
            typed={typed}
          />
          {config.receiveCurrencies.length > 1 && (
            <SelectField
              id="currency"
              name="currency"
              label={t("corridor.currency")}
              options={config.receiveCurrencies.map((value) => ({ value, text: currencyName(value) }))}
              chosen={corridor.receiveCurrency}
            />
          )}
          <button class="button" type="submit">
            {t("kit.show")}
          </button>
        </div>
      </form>
      <SheetLanguages path={path} query={questionQuery(question)} languages={languages} />
    </div>
  );
}
