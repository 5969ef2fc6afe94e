import { cellWords } from "./cell-words.ts";
import type { Zip } from "./open-zip.ts";
import { parseWhole } from "./parse-elements.ts";

/** The texts that cells name by number. Of a text in several styles all of it; of its pronunciation nothing. */
export async function readSharedStrings(zip: Zip, name: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let isSpoken = false;
  await parseWhole(zip.read(name), {
    open(tag) {
      if (tag === "si") current = "";
      if (tag === "rPh") isSpoken = true;
      isText = tag === "t" && !isSpoken;
    },
    text(text) {
      if (isText) current += text;
    },
    close(tag) {
      if (tag === "rPh") isSpoken = false;
      if (tag === "si") strings.push(cellWords(current));
      isText = false;
    },
  });
  return strings;
}
