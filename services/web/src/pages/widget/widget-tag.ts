import type { OffersAnswer } from "@openremit/shared/contracts";
import type { VNode } from "preact";
import type { CorridorChosen } from "../../question/index.ts";
import type { Words } from "../../words/words.ts";
import { isAbout, markFigure } from "../corridor/offer-labels.ts";
import { bestOfProviders } from "../text/best-of-providers.ts";
import { element } from "./element.ts";
import type { WidgetChoice } from "./parse-choice.ts";

/** One widget on somebody's page, and what was known when it was made. */
export interface ChosenWidget {
  readonly route: CorridorChosen;
  readonly answer: OffersAnswer;
  /** null: the language of the page around it. */
  readonly language: string | null;
  /** What its fallback speaks. */
  readonly words: Words;
  /** Whole addresses: where more is to be seen. */
  readonly page: string;
}

/** As many as somebody looks at without the program. */
const bestShown = 3;

/** All that a host may choose; what is not said is left out. */
export function widgetAttributes(
  { route: { corridor, config }, language }: Pick<ChosenWidget, "route" | "language">,
  choice: WidgetChoice,
): Readonly<Record<string, string | undefined>> {
  return {
    from: corridor.sendCountry,
    to: corridor.receiveCountry,
    currency: config.receiveCurrencies.length > 1 ? corridor.receiveCurrency : undefined,
    amount: choice.reading.amount ?? undefined,
    amounts: choice.more === null || choice.more.length === 0 ? undefined : choice.more.join(" "),
    lang: language ?? undefined,
    theme: themeOf(choice),
  };
}

/** `<remit-compare>`, with what stays where no program runs: a link, and the best three of the moment it was made. */
export function widgetTag(widget: ChosenWidget, choice: WidgetChoice): VNode {
  const lines = fallback(widget).flatMap((line) => ["\n  ", line]);
  return element("remit-compare", widgetAttributes(widget, choice), ...lines, "\n");
}

/** Colours of a host's own are those of the light; in the dark, nobody has checked them. */
function themeOf({ look }: WidgetChoice): string | undefined {
  return look === "auto" ? undefined : look === "own" ? "light" : look;
}

function fallback({ answer, language, words, page }: ChosenWidget): VNode[] {
  const { t, country, money, moment } = words;
  const { sendCountry, receiveCountry, receiveCurrency } = answer.corridor;
  const title = t("corridor.title", { from: country(sendCountry), to: country(receiveCountry) });
  const best = bestOfProviders(answer.offers).slice(0, bestShown);
  const newest = best
    .map(({ observedAt }) => observedAt)
    .sort()
    .at(-1);
  // Of a language of its own, as nobody knows what the page around it speaks.
  const own = language === null ? { lang: words.language.code, dir: words.language.direction } : {};
  const link = element("p", own, element("a", { href: page }, title));
  if (newest === undefined) return [link];
  const items = best.map((offer) => {
    const received = markFigure(money(offer.received, receiveCurrency), offer);
    return element("li", {}, t("share.line_plain", { provider: offer.provider.name, received }));
  });
  const when = t("builder.pasted", { when: moment(newest) });
  const practice = answer.simulated ? `${t("simulated.short")}. ${t("simulated.note")} ` : "";
  const about = best.some(isAbout) ? `${t("label.about_why")} ` : "";
  const notes = [`${practice}${when}`, `${about}${t("share.promise")}`].map((note) => element("p", own, note));
  return [link, element("ol", own, ...items), ...notes];
}
