import { noFilters } from "@openremit/shared/comparison";
import { fullPath } from "../../embed/embed-address.ts";
import type { CorridorChosen } from "../../question/index.ts";
import { joinLives } from "../../site/join-lives.ts";
import type { Life, SiteContext } from "../../site/page.ts";
import type { Words } from "../../words/words.ts";
import type { WidgetChoice } from "./parse-choice.ts";
import type { ChosenWidget } from "./widget-tag.ts";

export interface WidgetsRead {
  /** Route by route, and within a route language by language. */
  readonly widgets: readonly ChosenWidget[];
  readonly life: Life | null;
}

/** The chosen widgets with the prices of the moment; none where the amount is none. */
export async function readWidgets(
  choice: WidgetChoice,
  words: Words,
  origin: string,
  { comparison }: Pick<SiteContext, "comparison">,
): Promise<WidgetsRead> {
  const { amount } = choice.reading;
  if (amount === null || choice.more === null) return { widgets: [], life: null };
  const answered = await Promise.all(
    choice.routes.map(async (route) => ({ route, ...(await ask(route, amount, comparison)) })),
  );
  const [first, ...others] = answered;
  const spoken =
    choice.languages.length === 0
      ? [{ words, language: null }]
      : choice.languages.map((one) => ({ words: one, language: one.language.code }));
  return {
    widgets: answered.flatMap(({ route, answer }) =>
      spoken.map((one) => ({ ...one, route, answer, page: `${origin}${pageOf(route, choice, one.words)}` })),
    ),
    life: first === undefined ? null : joinLives([first, ...others]),
  };
}

function ask({ corridor }: CorridorChosen, pay: string, comparison: SiteContext["comparison"]) {
  const { id: corridorId, sendCurrency, receiveCurrency } = corridor;
  return comparison.offers({
    corridorId,
    sendCurrency,
    receiveCurrency,
    pay,
    receive: null,
    filters: noFilters,
    at: null,
  });
}

function pageOf(route: CorridorChosen, { reading, typed }: WidgetChoice, words: Words): string {
  return fullPath({ ...route, asks: "pay", typed, reading, filters: noFilters, showsAll: false }, words);
}
