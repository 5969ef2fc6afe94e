import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";
import { isAbout, markFigure } from "../corridor/offer-labels.ts";
import { bestOfProviders } from "./best-of-providers.ts";

/** Two short messages in Latin letters; what a person reads before deciding to open a link. */
export const longestText = 300;
const mostLines = 3;

/**
 * The answer in at most 300 characters: what was asked, the best options of three providers, when, that nobody pays for a
 * place, and where to see more. What does not fit is left out, never cut: that note, options from the last, what the mark
 * on figures that are not exact means.
 *
 * @param address whole address of the corridor's page; null where it is not known.
 */
export function shareText(answer: OffersAnswer, address: string | null, words: Words): string {
  const { t } = words;
  const head = [...(answer.simulated ? [`${t("simulated.short")}.`] : []), headOf(answer, words)];
  const tail = address === null ? [] : [address];
  const offers = bestOfProviders(answer.offers).slice(0, mostLines);
  const listed = (shown: readonly RankedOffer[], line: typeof lineOf) => [
    ...shown.map((offer) => line(offer, answer, words)),
    ...(shown.some(isAbout) ? [t("label.about")] : []),
  ];
  const lists = offers.map((_, left) => listed(offers.slice(0, offers.length - left), lineOf));
  const best = listed(offers.slice(0, 1), shortLineOf);
  const shorter = offers.length === 0 ? [] : [best, best.slice(0, 1)];
  const choices = [...lists.flatMap((lines) => [[...lines, t("share.promise")], lines]), ...shorter, []];
  const texts = [...choices.map((chosen) => [...head, ...chosen, ...tail]), head].map((text) => text.join("\n"));
  return texts.find((text) => text.length <= longestText) ?? head.join("\n").slice(0, longestText);
}

function headOf({ corridor, question, offers }: OffersAnswer, { t, country, roundMoney, moment }: Words): string {
  const route = { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) };
  const newest = offers
    .map(({ observedAt }) => observedAt)
    .sort()
    .at(-1);
  if (newest === undefined) return t("share.none", route);
  const { pay, receive } = question;
  return receive === undefined
    ? t("share.pay", { ...route, amount: roundMoney(pay ?? "0", corridor.sendCurrency), when: moment(newest) })
    : t("share.receive", { ...route, amount: roundMoney(receive, corridor.receiveCurrency), when: moment(newest) });
}

function lineOf(offer: RankedOffer, answer: OffersAnswer, words: Words): string {
  const { corridor, question } = answer;
  const isGain = offer.cost?.startsWith("-");
  if (question.receive !== undefined || offer.cost === null || isGain) return shortLineOf(offer, answer, words);
  const { t, money } = words;
  return t("share.line", {
    provider: offer.provider.name,
    received: markFigure(money(offer.received, corridor.receiveCurrency), offer),
    cost: markFigure(money(offer.cost, corridor.sendCurrency), offer),
  });
}

function shortLineOf(offer: RankedOffer, { corridor, question }: OffersAnswer, { t, money }: Words): string {
  const provider = offer.provider.name;
  return question.receive === undefined
    ? t("share.line_plain", { provider, received: markFigure(money(offer.received, corridor.receiveCurrency), offer) })
    : t("share.line_pay", { provider, amount: markFigure(money(offer.pay, corridor.sendCurrency), offer) });
}
