import { payIns, payOuts } from "@openremit/shared/domain";
import type { CountryPairs } from "../../country-pairs/country-pairs.ts";
import { AmountField } from "../../forms/amount-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { defaultPay } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";

/** From where, to where, how much: the fewest fields that lead to one answer. */
export function StartForm({ pairs, senders, receivers }: CountryPairs) {
  const { t, href, country, compareNames, currencyName } = useWords();
  const named = (codes: readonly string[]) =>
    codes
      .map((code) => ({ value: code, text: country(code) }))
      .sort((one, other) => compareNames(one.text, other.text));
  const currencies = [...new Set(pairs.map(({ sendCurrency }) => sendCurrency))];
  const [currency] = currencies;
  const usual = pairs.find(({ sendCountry }) => sendCountry === senders[0]);
  const anyWay = { value: "", text: t("home.any_way") };
  return (
    <form class="card stack" action={href("/go")}>
      <div class="fields">
        <SelectField id="from" name="from" label={t("home.from")} options={named(senders)} chosen={senders[0] ?? ""} />
        <SelectField
          id="to"
          name="to"
          label={t("home.to")}
          options={[{ value: "", text: t("home.choose_country") }, ...named(receivers)]}
          chosen=""
          required
        />
        <AmountField
          id="pay"
          name="pay"
          label={
            currency !== undefined && currencies.length === 1
              ? t("home.amount_in", { currency: currencyName(currency) })
              : t("home.amount")
          }
          typed={usual === undefined ? "" : defaultPay(usual)}
        />
      </div>
      <div class="fields">
        <SelectField
          id="pay-in"
          name="payIn"
          label={t("home.pay_in")}
          options={[anyWay, ...payIns.map((way) => ({ value: way, text: t(`payIn.${way}`) }))]}
          chosen=""
        />
        <SelectField
          id="pay-out"
          name="payOut"
          label={t("home.pay_out")}
          options={[anyWay, ...payOuts.map((way) => ({ value: way, text: t(`payOut.${way}`) }))]}
          chosen=""
        />
        <button class="button" type="submit">
          {t("home.compare")}
        </button>
      </div>
    </form>
  );
}
