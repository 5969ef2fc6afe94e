import { historyBuckets } from "@openremit/shared/contracts";
import { describedBy, Field } from "../../forms/field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { useWords } from "../../words/words.ts";
import { type HistoryAsked, mostDays } from "./parse-history-question.ts";

/** Which amount, which days, how finely. */
export function HistoryForm({ asked }: { readonly asked: HistoryAsked }) {
  const { t, href, roundMoney, currencyName } = useWords();
  const { config, corridor, pay, bucket, since, until, areDaysWrong } = asked;
  return (
    <form class="card stack" action={href(`/${corridor.id}/history`)}>
      <div class="fields">
        <SelectField
          id="pay"
          name="pay"
          label={t("history.amount")}
          options={config.amounts.map((value) => ({ value, text: roundMoney(value, corridor.sendCurrency) }))}
          chosen={pay}
        />
        {config.receiveCurrencies.length > 1 && (
          <SelectField
            id="currency"
            name="currency"
            label={t("history.currency")}
            options={config.receiveCurrencies.map((value) => ({ value, text: currencyName(value) }))}
            chosen={corridor.receiveCurrency}
          />
        )}
        <SelectField
          id="bucket"
          name="bucket"
          label={t("history.bucket")}
          options={historyBuckets.map((value) => ({ value, text: t(`history.bucket.${value}`) }))}
          chosen={bucket}
        />
      </div>
      <div class="fields">
        <DayField name="since" label={t("history.since")} value={since} isWrong={areDaysWrong} />
        <DayField name="until" label={t("history.until")} value={until} isWrong={areDaysWrong} />
      </div>
      {areDaysWrong && (
        <p class="problem" id="days-wrong" role="alert">
          {t("history.days_wrong", { most: mostDays })}
        </p>
      )}
      <button class="button" type="submit">
        {t("history.show")}
      </button>
    </form>
  );
}

interface DayFieldProps {
  readonly name: "since" | "until";
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
}

function DayField({ name, label, value, isWrong }: DayFieldProps) {
  return (
    <Field id={name} label={label}>
      <input
        id={name}
        name={name}
        type="date"
        value={value}
        {...describedBy({ id: "days", wrong: isWrong ? label : null })}
      />
    </Field>
  );
}
