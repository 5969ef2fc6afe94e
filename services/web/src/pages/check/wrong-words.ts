import { mostPaid, mostReceived } from "@openremit/shared/comparison";
import { type Corridor, decimalText } from "@openremit/shared/domain";
import { type SeenField, type SeenLimits, type WrongSeen, wrongAmountValues } from "../../question/index.ts";
import type { Words } from "../../words/words.ts";

export function seenLimits({ sendCurrency, receiveCurrency }: Corridor): SeenLimits {
  return {
    sendCurrency,
    receiveCurrency,
    mostPaid: decimalText(mostPaid),
    mostReceived: decimalText(mostReceived),
  };
}

const ofAmounts = ["missing", "not_a_number", "thousands", "zero", "decimals", "too_much"] as const;

/** Everything that can be wrong with what is typed in a field, in words by reason. */
export function wrongWords(field: SeenField, limits: SeenLimits, words: Words): Record<string, string> {
  const { t } = words;
  if (field === "rate") {
    const wrong = t("check.wrong_rate");
    return { no_rate: t("check.no_rate"), not_a_number: wrong, zero: wrong };
  }
  const values =
    field === "received"
      ? wrongAmountValues({ currency: limits.receiveCurrency, most: limits.mostReceived }, words)
      : wrongAmountValues({ currency: limits.sendCurrency, most: limits.mostPaid }, words);
  const amounts = Object.fromEntries(ofAmounts.map((reason) => [reason, t(`amount.${reason}`, values)]));
  if (field !== "fee") return amounts;
  return { ...amounts, missing: t("check.no_fee"), fee_takes_all: t("check.fee_takes_all") };
}

/** What is wrong with a field; null where nothing is. */
export function wrongText(reason: WrongSeen | undefined, texts: Readonly<Record<string, string>>): string | null {
  return reason === undefined ? null : (texts[reason] ?? null);
}
