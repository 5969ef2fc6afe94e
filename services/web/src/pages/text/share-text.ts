import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";
import { bestOfProviders } from "./best-of-providers.ts";

/** Two short messages in Latin letters; what a person reads before deciding to open a link. */
export const longestText = 300;
const mostLines = 3;

/**
 * The answer in at most 300 characters: what was asked, the best options of three providers, when, and where to see more.
 * What does not fit is left out from the end of the list, never cut.
 *
 * @param address whole address of the corridor's page; null where it is not known.
 */
export function shareText(answer: OffersAnswer, address: string | null, words: Words): string {
  const { t } = words;
  const head = [...(answer.simulated ? [`${t("simulated.short")}.`] : []), headOf(answer, words)];
  const tail = address === null ? [] : [address];
  const lines = bestOfProviders(answer.offers)
    .slice(0, mostLines)
    .map((offer) => lineOf(offer, answer, words));
  const [best] = answer.offers;
  const shorter = best === undefined ? [] : [[shortLineOf(best, answer, words)]];
  const choices = [...lines.map((_, left) => lines.slice(0, lines.length - left)), ...shorter, []];
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
    received: money(offer.received, corridor.receiveCurrency),
    cost: money(offer.cost, corridor.sendCurrency),
  });
}

function shortLineOf(offer: RankedOffer, { corridor, question }: OffersAnswer, { t, money }: Words): string {
  const provider = offer.provider.name;
  return question.receive === undefined
    ? t("share.line_plain", { provider, received: money(offer.received, corridor.receiveCurrency) })
    : t("share.line_pay", { provider, amount: money(offer.pay, corridor.sendCurrency) });
}
