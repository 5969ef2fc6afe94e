import type { TextValues } from "../words/translate.ts";
import type { Words } from "../words/words.ts";
import type { WrongAmount } from "./read-amount.ts";

/** Why an amount is none, for the message `amount.<reason>`. */
export function wrongAmountValues({ currency, most }: Omit<WrongAmount, "reason">, words: Words): TextValues {
  return { currency: words.currencyName(currency), most: words.roundMoney(most, currency) };
}
