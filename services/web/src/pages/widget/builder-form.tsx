import { AmountField } from "../../forms/amount-field.tsx";
import { Field } from "../../forms/field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { wrongAmountValues } from "../../question/index.ts";
import { useWords, type Words } from "../../words/words.ts";
import { ColourFields } from "./colour-fields.tsx";
import { looks, type WidgetChoice, widths } from "./parse-choice.ts";
import { RouteFields, type RouteFieldsProps } from "./route-fields.tsx";

export interface BuilderFormProps extends RouteFieldsProps {
  readonly choice: WidgetChoice;
  readonly offered: readonly Words[];
}

/** What to show, in which languages, with which looks. A question like any other: it stands in the address. */
export function BuilderForm({ choice, offered, pairs }: BuilderFormProps) {
  const words = useWords();
  const { t, href, currencyName } = words;
  const { reading, routes } = choice;
  const currency = routes[0]?.corridor.sendCurrency ?? "";
  const wrong =
    reading.wrong === null ? null : t(`amount.${reading.wrong.reason}`, wrongAmountValues(reading.wrong, words));
  return (
    <form class="card stack" action={href("/widget")} data-builder={true}>
      <h2>{t("builder.what")}</h2>
      <RouteFields pairs={pairs} routes={routes} />
      <div class="fields top">
        <AmountField
          id="pay"
          name="pay"
          label={t("corridor.pay", { currency: currencyName(currency) })}
          typed={choice.typed}
          wrong={wrong}
        />
        <Field
          id="amounts"
          label={t("builder.amounts")}
          hint={t("builder.amounts_hint")}
          wrong={choice.more === null ? t("builder.amounts_wrong") : null}
        >
          <input
            id="amounts"
            name="amounts"
            type="text"
            autocomplete="off"
            maxLength={60}
            value={choice.typedMore}
            aria-describedby={choice.more === null ? "amounts-hint amounts-wrong" : "amounts-hint"}
            aria-invalid={choice.more === null ? "true" : undefined}
          />
        </Field>
      </div>
      <LanguageFields chosen={choice.languages} offered={offered} />
      <div class="fields">
        <SelectField
          id="look"
          name="look"
          label={t("builder.look")}
          options={looks.map((value) => ({ value, text: t(`builder_look.${value}`) }))}
          chosen={choice.look}
        />
        <SelectField
          id="width"
          name="width"
          label={t("builder.width")}
          options={widths.map((value) => ({ value, text: t(`builder_width.${value}`) }))}
          chosen={choice.width}
        />
      </div>
      <details open={choice.look === "own"}>
        <summary>{t("builder.colours")}</summary>
        <p class="quiet">{t("builder.colours_hint")}</p>
        <ColourFields colours={choice.colours} />
      </details>
      <button class="button" type="submit">
        {t("builder.make")}
      </button>
    </form>
  );
}

interface LanguageFieldsProps {
  readonly chosen: readonly Words[];
  readonly offered: readonly Words[];
}

function LanguageFields({ chosen, offered }: LanguageFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset aria-describedby="languages-hint">
      <legend>{t("builder.languages")}</legend>
      <p class="quiet" id="languages-hint">
        {t("builder.languages_hint")}
      </p>
      <div class="cluster">
        {offered.map((words) => (
          <label key={words.language.code} class="choice">
            <input type="checkbox" name="lang" value={words.language.code} checked={chosen.includes(words)} />
            <span lang={words.language.code} dir={words.language.direction}>
              {words.language.name}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
