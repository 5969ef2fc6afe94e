import type { Face, Fonts } from "./fonts.ts";

/** Readers of an SVG may have wider letters than ours. */
const slack = 1.08;

export interface Room {
  readonly width: number;
  readonly lines: number;
}

/** Text in lines that fit: broken between words, within what is longer than a line, and ended by an ellipsis where it must. */
export function fitText(text: string, face: Face, room: Room, fonts: Fonts): string[] {
  const fits = (line: string) => fonts.widthOf(line, face) * slack <= room.width;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(...breakWord(word, fits));
  }
  const kept = lines.slice(0, room.lines);
  const last = kept.at(-1);
  return last === undefined || kept.length === lines.length ? lines : [...kept.slice(0, -1), shorten(last, fits)];
}

/** An address has no spaces; cut short it leads nowhere. */
function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const lines = [""];
  for (const letter of word) {
    const last = lines.at(-1) ?? "";
    if (last === "" || fits(last + letter)) lines[lines.length - 1] = last + letter;
    else lines.push(letter);
  }
  return lines;
}

function shorten(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
