import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import { decimalText, parseDecimal } from "@openremit/shared/domain";
import { isAbout, markFigure } from "../../pages/corridor/offer-labels.ts";
import { bestOfProviders } from "../../pages/text/best-of-providers.ts";
import type { Words } from "../../words/words.ts";
import { gsmText, messageParts } from "./gsm-text.ts";

const mostOffers = 3;

export interface ShortOptions {
  readonly words: Words;
  /** Whole address of the corridor's page, as people type it; null where it is not known. */
  readonly address: string | null;
  /** Messages that may be sent for it: 1 or 2. Where one is too short for anything (UCS-2: 70 letters), it takes two. */
  readonly parts: number;
}

/**
 * The answer as a short message: not real where it is not, the question, the best options of up to three providers,
 * when they were checked, that nobody pays for a place, where to see more. What does not fit is left out: that note,
 * options from the last, then the address.
 */
export function shortMessage(answer: OffersAnswer, { words, address, parts }: ShortOptions): string {
  const { country, t } = words;
  const { sendCountry, receiveCountry } = answer.corridor;
  const named = { from: country(sendCountry), to: country(receiveCountry) };
  const coded = { from: sendCountry, to: receiveCountry };
  const offers = bestOfProviders(answer.offers).slice(0, mostOffers);
  const practice = answer.simulated ? [`${t("simulated.short")}.`] : [];
  const promise = offers.length === 0 ? [] : [t("share.promise")];
  const tails = address === null ? [[]] : [[address], []];
  const choices = tails.flatMap((tail) =>
    countsDown(offers.length).flatMap((count) =>
      [promise, []].flatMap((note) =>
        [named, coded].map((route) => [
          ...practice,
          ...linesOf(answer, offers.slice(0, count), route, words),
          ...note,
          ...tail,
        ]),
      ),
    ),
  );
  const texts = choices.map((lines) => gsmText(lines.join("\n")));
  return texts.find((text) => messageParts(text) <= parts) ?? texts.at(-1) ?? "";
}

/** 3, 2, 1; or 0 where there is none. */
function countsDown(most: number): number[] {
  return most === 0 ? [0] : Array.from({ length: most }, (_, left) => most - left);
}

interface Route {
  readonly from: string;
  readonly to: string;
}

function linesOf(answer: OffersAnswer, offers: readonly RankedOffer[], route: Route, words: Words): string[] {
  const { t, moment } = words;
  const { sendCurrency, receiveCurrency } = answer.corridor;
  const newest = offers
    .map(({ observedAt }) => observedAt)
    .sort()
    .at(-1);
  if (newest === undefined) return noneLines(answer, route, words);
  return [
    t("embed.sms_pay", { ...route, amount: plainMoney(answer.question.pay ?? "0", sendCurrency) }),
    ...offers.map((offer) => `${offer.provider.name} ${markFigure(offer.received, offer)} ${receiveCurrency}`),
    ...(offers.some(isAbout) ? [t("label.about")] : []),
    t("corridor.checked", { when: moment(newest) }),
  ];
}

function noneLines({ warnings }: OffersAnswer, route: Route, { t, moment }: Words): string[] {
  const seen = warnings.find(({ observedAt }) => observedAt !== undefined)?.observedAt;
  return [
    t("share.none", { ...route }),
    ...(seen === undefined ? [] : [t("corridor.newest_seen", { when: moment(seen) })]),
  ];
}

/** 200 EUR: an amount that somebody chose, without zeros behind the point. */
function plainMoney(amount: string, currency: string): string {
  return `${decimalText(parseDecimal(amount))} ${currency}`;
}
