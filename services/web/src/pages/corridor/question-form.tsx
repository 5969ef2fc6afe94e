import { decimalText, parseDecimal } from "@openremit/shared/domain";
import { AmountField } from "../../forms/amount-field.tsx";
import { type CorridorQuestion, defaultPay, filterQuery, wrongAmountValues } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import { CurrencyChoice } from "./currency-choice.tsx";
import { FilterFields } from "./filter-fields.tsx";

export interface QuestionFormProps {
  readonly question: CorridorQuestion;
  /** What arrives now, as a start for asking the other way round; null where nothing does. */
  readonly bestReceived: string | null;
}

/** The question, to be changed and asked again: a plain form. */
export function QuestionForm({ question, bestReceived }: QuestionFormProps) {
  const words = useWords();
  const { t, href, currencyName } = words;
  const { corridor, config, asks, typed, reading } = question;
  const action = href(`/${corridor.id}`);
  const isBudget = asks === "pay";
  const currency = currencyName(isBudget ? corridor.sendCurrency : corridor.receiveCurrency);
  const wrong = reading.wrong && t(`amount.${reading.wrong.reason}`, wrongAmountValues(reading.wrong, words));
  const other = isBudget
    ? bestReceived !== null && { key: "corridor.ask_receive" as const, query: { receive: roundAmount(bestReceived) } }
    : { key: "corridor.ask_pay" as const, query: { pay: defaultPay(config) } };
  const kept = { ...filterQuery(question.filters), currency: currencyKept(question) };
  return (
    <form class="question card" action={action} aria-label={t("corridor.form")}>
      <div class="fields">
        <AmountField
          id="amount"
          name={asks}
          label={t(isBudget ? "corridor.pay" : "corridor.receive", { currency })}
          typed={typed}
          wrong={wrong}
        />
        <button class="button" type="submit">
          {t("corridor.compare")}
        </button>
      </div>
      {other !== false && (
        <p>
          <a class="switch" href={href(`/${corridor.id}`, { ...other.query, ...kept })}>
            {t(other.key)}
          </a>
        </p>
      )}
      <CurrencyChoice currencies={config.receiveCurrencies} chosen={corridor.receiveCurrency} />
      <FilterFields filters={question.filters} />
    </form>
  );
}

function currencyKept({ config, corridor }: CorridorQuestion): string {
  return config.receiveCurrencies.length > 1 ? corridor.receiveCurrency : "";
}

/** Two leading digits: a sum somebody would ask for. */
function roundAmount(received: string): string {
  return decimalText(parseDecimal(received).toSignificantDigits(2));
}
