import { sourceLanguage } from "../languages/languages.ts";
import type { Dictionary, Words } from "../words/words.ts";

/** `fr`, or `fr-BE` for `fr`; English where a host asks for a language that is not offered. */
export function chooseWords(asked: string | null, dictionary: Dictionary): Words | null {
  const tag = (asked ?? "").toLowerCase();
  const [base = ""] = tag.split("-");
  return dictionary.get(tag) ?? dictionary.get(base) ?? dictionary.get(sourceLanguage) ?? null;
}
