import type { Corridor } from "@openremit/shared/domain";
import type { Formats } from "../format/money.ts";
import { choiceOf } from "../parse-question.ts";

export interface QuestionFormProps {
  readonly corridors: readonly Corridor[];
  readonly chosen: string;
  readonly pay: string;
  readonly formats: Formats;
}

/** The fewest fields: from where to where, and how much. A plain form that works without JavaScript. */
export function QuestionForm({ corridors, chosen, pay, formats }: QuestionFormProps) {
  const shown = corridors.find((corridor) => choiceOf(corridor) === chosen) ?? corridors[0];
  return (
    <form method="get" action="/">
      <label>
        I send money
        <select name="corridor">
          {corridors.map((corridor) => {
            const value = choiceOf(corridor);
            return (
              <option key={value} value={value} selected={value === chosen}>
                {`${formats.country(corridor.sendCountry)} → ${formats.country(corridor.receiveCountry)} (${corridor.receiveCurrency})`}
              </option>
            );
          })}
        </select>
      </label>
      <label>
        {shown === undefined ? "I pay in all" : `I pay in all (${formats.currencySymbol(shown.sendCurrency)})`}
        <input name="pay" inputMode="decimal" autocomplete="off" required value={pay} />
      </label>
      <button type="submit">Compare</button>
    </form>
  );
}
