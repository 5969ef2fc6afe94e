import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import { lossText } from "../../pages/corridor/loss-text.ts";
import { labelsOf } from "../../pages/corridor/offer-labels.ts";
import { bestOfProviders } from "../../pages/text/best-of-providers.ts";
import type { Words } from "../../words/words.ts";
import { knownHow } from "../known-how.ts";
import { type Colours, practice } from "./colours.ts";
import type { Drawing } from "./drawing.ts";
import type { Fonts } from "./fonts.ts";
import { createSheet, type Sheet } from "./sheet-of-marks.ts";

const mostOffers = 3;

export interface PictureGround {
  readonly words: Words;
  readonly colours: Colours;
  readonly fonts: Fonts;
  /** Where to see more, as people write it down; null where nobody knows it. */
  readonly address: string | null;
}

/** The best options of three providers as a picture: what arrives, what is lost, when it was checked, where to see more. */
export function drawAnswer(answer: OffersAnswer, { words, colours, fonts, address }: PictureGround): Drawing {
  const { t, country, roundMoney } = words;
  const { corridor, question } = answer;
  const route = { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) };
  const title = t("corridor.title", route);
  const offers = bestOfProviders(answer.offers).slice(0, mostOffers);
  const sheet = createSheet(colours.ground, fonts);
  if (answer.simulated) warnOfPractice(sheet, words);
  sheet.space(18);
  sheet.text(title, { size: 25, bold: true, fill: colours.ink });
  if (offers.length === 0) {
    sheet.space(8);
    sheet.text(t("share.none", route), { size: 19, fill: colours.ink });
  } else {
    const amount = roundMoney(question.pay ?? "0", corridor.sendCurrency);
    sheet.text(t("embed.picture_pay", { amount }), { size: 19, fill: colours.ink });
  }
  for (const offer of offers) {
    sheet.rule(colours.line);
    drawOffer(sheet, offer, answer, { words, colours });
  }
  sheet.rule(colours.line);
  sheet.text(checkedText(offers, answer, words), { size: 17, fill: colours.quiet });
  if (offers.length > 0) sheet.text(t("corridor.order"), { size: 17, fill: colours.quiet });
  drawAddress(sheet, address, { words, colours });
  return sheet.end(title, words.language);
}

/** What is wrong, as a picture. */
export function drawProblem(text: string, ground: PictureGround): Drawing {
  const { words, colours, fonts, address } = ground;
  const sheet = createSheet(colours.ground, fonts);
  sheet.space(18);
  sheet.text(text, { size: 19, fill: colours.ink, lines: 6 });
  drawAddress(sheet, address, { words, colours });
  return sheet.end(text, words.language);
}

function warnOfPractice(sheet: Sheet, { t }: Words): void {
  sheet.band(practice.ground, () => {
    sheet.text(`${t("simulated.short")}. ${t("simulated.note")}`, {
      size: 17,
      bold: true,
      fill: practice.ink,
      lines: 4,
    });
  });
}

type Drawn = Pick<PictureGround, "words" | "colours">;

function drawOffer(sheet: Sheet, offer: RankedOffer, { corridor }: OffersAnswer, { words, colours }: Drawn): void {
  const { t, money, list } = words;
  const { sendCurrency, receiveCurrency } = corridor;
  const labels = labelsOf(offer).map((label) => t(label));
  sheet.pair(
    [offer.provider.name, { size: 21, bold: true, fill: colours.ink, isName: true }],
    [money(offer.received, receiveCurrency), { size: 21, bold: true, fill: colours.ink, lines: 1 }],
  );
  if (offer.cost !== null) {
    sheet.text(lossText({ cost: offer.cost, asks: "pay", sendCurrency }, words), { size: 17, fill: colours.ink });
  }
  const how = knownHow(offer, words);
  if (how !== null) sheet.text(how, { size: 17, fill: colours.quiet });
  if (labels.length > 0) sheet.text(list(labels), { size: 17, fill: colours.ink, lines: 6 });
}

/** When the prices of the picture were seen, or the newest that is too old to be shown. */
function checkedText(offers: readonly RankedOffer[], { warnings }: OffersAnswer, { t, moment }: Words): string {
  const times = offers.map(({ observedAt }) => observedAt).sort();
  const [oldest, newest] = [times[0], times.at(-1)].map((at) => (at === undefined ? null : moment(at)));
  if (oldest && newest)
    return oldest === newest ? t("corridor.checked", { when: newest }) : t("embed.seen", { oldest, newest });
  const expired = warnings.find(({ observedAt }) => observedAt !== undefined)?.observedAt;
  return expired === undefined ? t("warning.no_data") : t("corridor.newest_seen", { when: moment(expired) });
}

function drawAddress(sheet: Sheet, address: string | null, { words, colours }: Drawn): void {
  sheet.space(10);
  sheet.text(address ?? words.t("site.name"), { size: 19, bold: true, fill: colours.accent, lines: 5, isName: true });
}
