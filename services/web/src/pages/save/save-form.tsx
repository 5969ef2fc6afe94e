import type { CorridorConfig, RankedOffer } from "@openremit/shared/contracts";
import { AmountField } from "../../forms/amount-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { wrongAmountValues } from "../../question/index.ts";
import { useWords, type Words } from "../../words/words.ts";
import { optionText } from "./option-text.ts";
import { type SaveQuestion, usualTimes } from "./parse-save-question.ts";
import { optionKey } from "./yearly-gain.ts";

export interface SaveFormProps {
  readonly pairs: readonly CorridorConfig[];
  readonly question: SaveQuestion;
  /** What the second step chooses from; empty in the first. */
  readonly offers: readonly RankedOffer[];
  /** The option named is not among the offers. */
  readonly isUnknown: boolean;
}

/** The question, always changeable; the option used now joins it once there are offers. */
export function SaveForm({ pairs, question, offers, isUnknown }: SaveFormProps) {
  const words = useWords();
  const { t, href, currencyName } = words;
  const { chosen, typed, reading, timesAYear, now } = question;
  const wrong = reading?.wrong ?? null;
  const isSecondStep = offers.length > 0;
  return (
    <form class="card stack" action={href("/save")}>
      <div class="fields">
        <SelectField
          id="corridor"
          name="corridor"
          label={t("save.corridor")}
          options={[{ value: "", text: t("save.choose_route") }, ...routeOptions(pairs, words)]}
          chosen={chosen === null ? "" : `${chosen.corridor.id}.${chosen.corridor.receiveCurrency}`}
          required
        />
        <AmountField
          id="pay"
          name="pay"
          label={
            chosen === null
              ? t("save.amount")
              : t("save.amount_in", { currency: currencyName(chosen.corridor.sendCurrency) })
          }
          typed={typed}
          wrong={wrong && t(`amount.${wrong.reason}`, wrongAmountValues(wrong, words))}
        />
        <SelectField
          id="times"
          name="times"
          label={t("save.times")}
          options={timesOptions(timesAYear).map((count) => ({
            value: String(count),
            text: t("save.times_a_year", { count }),
          }))}
          chosen={String(timesAYear)}
        />
      </div>
      {isSecondStep && (
        <SelectField
          id="now"
          name="now"
          label={t("save.now")}
          hint={t("save.now_hint")}
          wrong={isUnknown && now !== "" ? t("save.now_unknown") : null}
          options={[{ value: "", text: t("save.choose_option") }, ...nowOptions(offers, words)]}
          chosen={isUnknown ? "" : now}
          required
        />
      )}
      <button class="button" type="submit">
        {t(isSecondStep ? "save.calculate" : "save.next")}
      </button>
    </form>
  );
}

function timesOptions(timesAYear: number): number[] {
  return [...new Set([...usualTimes, timesAYear])].sort((a, b) => a - b);
}

function routeOptions(pairs: readonly CorridorConfig[], { t, country, currencyName, compareNames }: Words) {
  return pairs
    .flatMap(({ id, sendCountry, receiveCountry, receiveCurrencies }) => {
      const route = t("route.name", { from: country(sendCountry), to: country(receiveCountry) });
      return receiveCurrencies.map((currency) => ({
        value: `${id}.${currency}`,
        text: receiveCurrencies.length === 1 ? route : t("save.route_in", { route, currency: currencyName(currency) }),
      }));
    })
    .sort((one, other) => compareNames(one.text, other.text));
}

/** By name, as people look for their own; no order by price that might be taken for advice. */
function nowOptions(offers: readonly RankedOffer[], words: Words) {
  return offers
    .map((offer) => ({
      value: optionKey(offer),
      text: optionText(offer, words),
    }))
    .sort((one, other) => words.compareNames(one.text, other.text));
}
