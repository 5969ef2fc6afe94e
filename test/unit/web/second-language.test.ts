import { describe, expect, it } from "@jest/globals";
import { secondLanguage } from "../../../services/web/src/pages/print/second-language.ts";
import { PageProblem } from "../../../services/web/src/site/page-problem.ts";
import type { Words } from "../../../services/web/src/words/words.ts";
import { englishWords } from "../../support/render-view.ts";

const wordsIn = (code: string): Words => {
  const words = englishWords();
  return { ...words, language: { ...words.language, code } };
};
const offered = new Map(["en", "fr", "ar"].map((code) => [code, wordsIn(code)]));
const choose = (asked: string | null, own: string, senderLanguages = ["fr", "nl", "ar"]) =>
  secondLanguage(asked, wordsIn(own), { senderLanguages }, { dictionary: offered })?.language.code ?? null;

describe("the second language of a sheet", () => {
  it("is the one asked for, and none where that is the page's own", () => {
    expect([choose("ar", "fr"), choose("fr", "fr")]).toEqual(["ar", null]);
  });

  it("is else the first that people of the corridor speak and the site offers, then English", () => {
    expect([choose(null, "en"), choose("", "fr"), choose(null, "fr", ["nl"]), choose(null, "en", ["nl"])]).toEqual([
      "fr",
      "ar",
      "en",
      null,
    ]);
  });

  it("is refused where it is not offered", () => {
    expect(() => choose("xx", "fr")).toThrow(PageProblem);
  });
});
