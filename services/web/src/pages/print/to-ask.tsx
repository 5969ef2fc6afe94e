import type { Words } from "../../words/words.ts";

const questions = [
  "print.ask_total",
  "print.ask_arrives",
  "print.ask_collect",
  "print.ask_when",
  "print.ask_paper",
] as const;

export interface ToAskProps {
  /** In which they are paid. */
  readonly currency: string;
  readonly words: Words;
}

/** What to ask at a counter before paying. */
export function ToAsk({ currency, words: { t, currencyName } }: ToAskProps) {
  return (
    <>
      <h2>{t("print.ask")}</h2>
      <ul class="ask">
        {questions.map((question) => (
          <li key={question}>{t(question, { currency: currencyName(currency) })}</li>
        ))}
      </ul>
    </>
  );
}
