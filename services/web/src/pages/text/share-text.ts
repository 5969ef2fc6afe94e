import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import type { Words } from "../../words/words.ts";

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
  const offers = oneEach(answer.offers).slice(0, mostLines);
  for (let count = offers.length; count > 0; count -= 1) {
    const lines = offers.slice(0, count).map((offer) => lineOf(offer, answer, words));
    const text = [...head, ...lines, ...tail].join("\n");
    if (text.length <= longestText) return text;
  }
  const short = [...head, ...tail].join("\n");
  return short.length <= longestText ? short : head.join("\n").slice(0, longestText);
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

function lineOf(offer: RankedOffer, { corridor, question }: OffersAnswer, { t, money }: Words): string {
  const provider = offer.provider.name;
  if (question.receive !== undefined) {
    return t("share.line_pay", { provider, amount: money(offer.pay, corridor.sendCurrency) });
  }
  const received = money(offer.received, corridor.receiveCurrency);
  if (offer.cost === null) return t("share.line_plain", { provider, received });
  return t("share.line", { provider, received, cost: money(offer.cost, corridor.sendCurrency) });
}

function oneEach(offers: readonly RankedOffer[]): RankedOffer[] {
  const seen = new Set<string>();
  return offers.filter(({ provider: { key } }) => !seen.has(key) && seen.add(key));
}
