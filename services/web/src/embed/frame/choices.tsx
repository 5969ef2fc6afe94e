import { parseDecimal } from "@openremit/shared/domain";
import { type CorridorQuestion, questionQuery } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import type { Theme } from "../embed.ts";
import { embedPath } from "../embed-address.ts";
import { listedAmounts } from "../listed-amounts.ts";

export interface ChoicesProps {
  readonly question: CorridorQuestion;
  readonly theme: Theme;
}

/** Fits in two lines of a phone. */
const mostAmounts = 6;

/** Links, no form: they lead on even where a host shuts the frame off from everything. */
export function AmountChoice({ question, theme }: ChoicesProps) {
  const { t, roundMoney, language } = useWords();
  const { corridor, config, reading } = question;
  const { currency } = questionQuery(question);
  const chosen = reading.amount ?? "0";
  const amounts = listedAmounts(config, chosen)
    .slice(0, mostAmounts)
    .sort((one, other) => parseDecimal(one).comparedTo(parseDecimal(other)));
  return (
    <Choice
      title={t("embed.amounts")}
      choices={amounts.map((amount) => ({
        text: roundMoney(amount, corridor.sendCurrency),
        isChosen: amount === chosen,
        path: embedPath({ form: "frame", id: corridor.id, language: language.code, amount, currency, theme }),
      }))}
    />
  );
}

/** Which currency arrives is never left open (METHOD 5). */
export function CurrencyLinks({ question, theme }: ChoicesProps) {
  const { t, currencyName, language } = useWords();
  const { corridor, config, reading } = question;
  if (config.receiveCurrencies.length < 2) return null;
  const amount = reading.amount ?? undefined;
  return (
    <Choice
      title={t("embed.currencies")}
      choices={config.receiveCurrencies.map((currency) => ({
        text: currencyName(currency),
        isChosen: currency === corridor.receiveCurrency,
        path: embedPath({ form: "frame", id: corridor.id, language: language.code, amount, currency, theme }),
      }))}
    />
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly choices: readonly { readonly text: string; readonly isChosen: boolean; readonly path: string }[];
}

function Choice({ title, choices }: ChoiceProps) {
  return (
    <nav class="choices" aria-label={title}>
      <p>{title}</p>
      <ul class="cluster">
        {choices.map(({ text, isChosen, path }) => (
          <li key={path}>{isChosen ? <span aria-current="true">{text}</span> : <a href={path}>{text}</a>}</li>
        ))}
      </ul>
    </nav>
  );
}
