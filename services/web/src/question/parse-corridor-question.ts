import { mostPaid, mostReceived, type OfferFilters, type OffersQuestion } from "@openremit/shared/comparison";
import type { CorridorConfig } from "@openremit/shared/contracts";
import { decimalText, defaultAmount } from "@openremit/shared/domain";
import type { PageRequest, SiteContext } from "../site/page.ts";
import { PageProblem } from "../site/page-problem.ts";
import type { Words } from "../words/words.ts";
import { type CorridorChosen, findCorridor } from "./find-corridor.ts";
import { type AmountReading, readAmount } from "./read-amount.ts";
import { readFilters } from "./read-filters.ts";
import { wrongAmountValues } from "./wrong-amount-values.ts";

/** What a corridor's page is asked: `/be-cd?pay=200&currency=USD`, or `receive=` for an exact sum in their hand. */
export interface CorridorQuestion extends CorridorChosen {
  readonly asks: "pay" | "receive";
  /** As typed, to be shown again. */
  readonly typed: string;
  readonly reading: AmountReading;
  readonly filters: OfferFilters;
  readonly showsAll: boolean;
}

/** What people are asked about unless they say: the sampled amount nearest 200. */
export function defaultPay(config: Pick<CorridorConfig, "amounts">): string {
  return decimalText(defaultAmount(config));
}

/**
 * Reads an address. A wrong amount stays in the question, so that the form can say so beside what was typed.
 *
 * @throws PageProblem 404 for a corridor or currency we do not compare, 400 for an unknown filter
 */
export function parseCorridorQuestion(
  params: PageRequest["params"],
  search: URLSearchParams,
  site: SiteContext,
): CorridorQuestion {
  const chosen = findCorridor(params.corridor ?? "", search.get("currency"), site);
  const asks = (search.get("receive") ?? "") === "" ? "pay" : "receive";
  const asked = search.get(asks) ?? "";
  const typed = asked.trim() === "" ? defaultPay(chosen.config) : asked;
  const reading =
    asks === "pay"
      ? readAmount(typed, chosen.corridor.sendCurrency, { most: mostPaid })
      : readAmount(typed, chosen.corridor.receiveCurrency, { most: mostReceived });
  return { ...chosen, asks, typed, reading, filters: readFilters(search), showsAll: search.get("all") === "1" };
}

/**
 * The same for the comparison.
 *
 * @throws PageProblem 400 where the amount is none
 */
export function offersQuestionOf({ corridor, asks, reading, filters }: CorridorQuestion, words: Words): OffersQuestion {
  const { wrong, amount } = reading;
  if (wrong !== null) throw new PageProblem(400, `amount.${wrong.reason}`, wrongAmountValues(wrong, words));
  return {
    corridorId: corridor.id,
    sendCurrency: corridor.sendCurrency,
    receiveCurrency: corridor.receiveCurrency,
    pay: asks === "pay" ? amount : null,
    receive: asks === "receive" ? amount : null,
    filters,
    at: null,
  };
}

/** The question as an address holds it, for links to other pages of the same corridor. */
export function questionQuery({ corridor, config, asks, reading, typed }: CorridorQuestion): Record<string, string> {
  const currency = config.receiveCurrencies.length > 1 ? { currency: corridor.receiveCurrency } : {};
  return { [asks]: reading.amount ?? typed, ...currency };
}
