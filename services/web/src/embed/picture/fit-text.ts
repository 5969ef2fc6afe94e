import type { Face, Fonts } from "./fonts.ts";

/** Readers of an SVG may have wider letters than ours. */
const slack = 1.08;

/** Text in lines that fit; what is too long after the last of them ends with an ellipsis. */
export function fitText(text: string, face: Face, room: { width: number; lines: number }, fonts: Fonts): string[] {
  const fits = (line: string) => fonts.widthOf(line, face) * slack <= room.width;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= room.lines && lines.every(fits)) return lines;
  const kept = lines.slice(0, room.lines);
  const isCut = lines.length > room.lines;
  return kept.map((line, index) => {
    const mustEnd = isCut && index === kept.length - 1;
    return !mustEnd && fits(line) ? line : shorten(line, fits);
  });
}

function shorten(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
