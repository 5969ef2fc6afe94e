import { useWords } from "../../words/words.ts";

export interface CurrencyChoiceProps {
  readonly currencies: readonly string[];
  readonly chosen: string;
}

/** Where several currencies are paid out, which one is never left open: each has its own prices (METHOD 5). */
export function CurrencyChoice({ currencies, chosen }: CurrencyChoiceProps) {
  const { t, currencyName } = useWords();
  if (currencies.length < 2) return null;
  return (
    <fieldset aria-describedby="currency-hint">
      <legend>{t("corridor.currency")}</legend>
      <div class="cluster">
        {currencies.map((currency) => (
          <label class="choice" key={currency}>
            <input type="radio" name="currency" value={currency} checked={currency === chosen} />
            {currencyName(currency)}
          </label>
        ))}
      </div>
      <p class="quiet" id="currency-hint">
        {t("corridor.currency_hint")}
      </p>
    </fieldset>
  );
}
