import type { OfferFilters } from "@openremit/shared/comparison";
import { payIns, payOuts } from "@openremit/shared/domain";
import { SelectField } from "../../forms/select-field.tsx";
import { dayChoices } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";

/** What an option must be to be listed. Closed, so that the answer stays near; what is chosen stands on it. */
export function FilterFields({ filters }: { readonly filters: OfferFilters }) {
  const { t, list } = useWords();
  const chosenDays = filters.maxDays === null ? "" : String(filters.maxDays);
  const days = dayChoices.map((value) => ({ value: String(value), text: t("corridor.days", { days: value }) }));
  const known = chosenDays === "" || days.some(({ value }) => value === chosenDays);
  const other = known ? [] : [{ value: chosenDays, text: t("corridor.days", { days: filters.maxDays ?? 0 }) }];
  const choices = [
    ...filters.payIn.map((way) => t(`payIn.${way}`)),
    ...filters.payOut.map((way) => t(`payOut.${way}`)),
    ...(filters.maxDays === null ? [] : [t("corridor.days", { days: filters.maxDays })]),
  ];
  return (
    <details>
      <summary>
        {choices.length === 0 ? t("corridor.filters") : t("corridor.filters_on", { choices: list(choices) })}
      </summary>
      <div class="stack">
        <fieldset>
          <legend>{t("corridor.filter_pay_in")}</legend>
          <div class="cluster">
            {payIns.map((way) => (
              <Choice key={way} name="payIn" value={way} text={t(`payIn.${way}`)} chosen={filters.payIn} />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t("corridor.filter_pay_out")}</legend>
          <div class="cluster">
            {payOuts.map((way) => (
              <Choice key={way} name="payOut" value={way} text={t(`payOut.${way}`)} chosen={filters.payOut} />
            ))}
          </div>
        </fieldset>
        <SelectField
          id="days"
          name="maxDays"
          label={t("corridor.filter_days")}
          options={[{ value: "", text: t("corridor.any_day") }, ...days, ...other]}
          chosen={chosenDays}
        />
      </div>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly chosen: readonly string[];
}

function Choice({ name, value, text, chosen }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
      {text}
    </label>
  );
}
