import { SegmentedMessage } from "sms-segments-calculator";

/** What typesetting wants and a short message pays for dearly. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/[\u061c\u200e\u200f\u2066-\u2069]/g, ""],
  [/[\u00a0\u2007-\u200a\u202f]/g, " "],
  [/[‘’‚′]/g, "'"],
  [/[“”„″«»]/g, '"'],
  [/[‐-―−]/g, "-"],
  [/…/g, "..."],
  [/→/g, ">"],
];
/** Letters that are no letter with a mark. */
const others: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  Ł: "L",
  đ: "d",
  œ: "oe",
  Œ: "OE",
  ŋ: "n",
  ɛ: "e",
  ɔ: "o",
};

export function isGsm(text: string): boolean {
  return new SegmentedMessage(text).encodingName === "GSM-7";
}

/** How many messages a text is sent and paid as. */
export function messageParts(text: string): number {
  return new SegmentedMessage(text).segmentsCount;
}

/**
 * The text as short messages carry it: in the 7-bit alphabet of GSM 03.38 where losing the marks of a few letters is
 * enough for that, and otherwise as it is, at half the length (UCS-2).
 */
export function gsmText(text: string): string {
  const typed = plain.reduce((left, [found, put]) => left.replaceAll(found, put), text);
  const bare = [...typed].map(bareLetter).join("");
  return isGsm(bare) ? bare : typed;
}

const known = new Map<string, string>();

function bareLetter(letter: string): string {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const made = isGsm(letter) ? letter : (others[letter] ?? letter.normalize("NFD").replaceAll(/\p{M}/gu, ""));
  // Letters of the languages there are: a few hundred.
  known.set(letter, made);
  return made;
}
