import type { WidgetAmount, WidgetAnswer } from "@openremit/shared/contracts";
import type { WordKey } from "../src/widget/word-keys.ts";
import { type Amount, nearestPlace, parseAmount, wrongAmount } from "./amounts.ts";
import type { Asked } from "./asked.ts";
import type { Prices } from "./prices.ts";
import type { Words } from "./words.ts";

/** Everything that is drawn follows from this. */
export interface View {
  readonly words: Words;
  readonly answer: WidgetAnswer;
  readonly isKept: boolean;
  /** What somebody wants to pay, to the cent. */
  readonly wanted: Amount;
  /** The listed amount that is shown; the nearest where the wanted one is not listed. */
  readonly shown: WidgetAmount;
  /** Amounts of the page that are listed. */
  readonly choices: readonly string[];
  /** Why what is typed cannot be read; null where it can. */
  readonly wrong: WordKey | null;
  readonly showsAll: boolean;
}

export interface Asking {
  readonly typed: string | null;
  /** The last typed amount that could be read. */
  readonly good: string | null;
  readonly showsAll: boolean;
}

export function buildView(
  asked: Asked,
  { answer, isKept }: Prices,
  words: Words,
  { typed, good, showsAll }: Asking,
): View {
  const { amounts, defaultPay, corridor } = answer;
  const read = (text: string | null) => (text === null ? null : parseAmount(text, corridor.sendCurrency, defaultPay));
  const listed = amounts.map(({ pay }) => read(pay)).filter((amount) => amount !== null);
  const typedAmount = read(typed);
  const wanted = typedAmount ?? read(good) ?? read(asked.amount) ?? read(defaultPay);
  const shown = wanted && amounts[nearestPlace(wanted, listed)];
  if (!wanted || !shown || listed.length !== amounts.length) throw new TypeError("no amounts");
  return {
    ...{ words, answer, isKept, wanted, shown, showsAll },
    choices: asked.amounts.flatMap((text) => {
      const choice = read(text);
      return choice && listed.some(({ minor }) => minor === choice.minor) ? [choice.text] : [];
    }),
    wrong: typed === null || typedAmount !== null ? null : wrongAmount(typed, corridor.sendCurrency, defaultPay),
  };
}

/** The whole page about what is shown, at exactly the amount that is wanted. */
export function pageAddress({ words, answer, wanted }: View): string {
  const address = new URL(`/${words.language.code}${answer.page}`, import.meta.url);
  address.searchParams.set("pay", wanted.text);
  return address.href;
}
