import { describe, expect, it } from "@jest/globals";
import { languageOf } from "../../../services/web/src/languages/languages.ts";
import type { MessageFile, MessageKey } from "../../../services/web/src/words/message-file.ts";
import { createTranslate } from "../../../services/web/src/words/translate.ts";

function translateTo(language: string, messages: Record<string, string>) {
  const translation = { by: "machine" as const, on: "2026-11-23", reviewed: [] };
  const file: MessageFile = { language, offered: true, translation, sameAsSource: [], messages };
  const known = languageOf(language);
  if (known === null) throw new Error(language);
  return createTranslate(known, file, { ...file, messages: { "nav.data": "Data" } });
}

const key = "route.name" as MessageKey;

describe("a text in one language", () => {
  it("fills its places", () => {
    expect(translateTo("en", { [key]: "{from} to {to}" }).t(key, { from: "Belgium", to: "Morocco" })).toBe(
      "Belgium to Morocco",
    );
  });

  it("keeps each name and figure whole in a sentence from right to left", () => {
    const { t } = translateTo("ar", { [key]: "من {from} إلى {to}" });
    expect(t(key, { from: "Wise", to: "200" })).toBe("من \u2068Wise\u2069 إلى \u2068200\u2069");
  });

  it("counts by the plural rules of the language, also from right to left", () => {
    const { t } = translateTo("ar", {
      [key]: "{count, plural, zero {0} one {1} two {2} few {قليل} many {كثير} other {#}}",
    });
    expect([1, 2, 3, 11].map((count) => t(key, { count }))).toEqual(["1", "2", "قليل", "كثير"]);
  });

  it("says what a prepared language lacks in the source language", () => {
    expect(translateTo("sw", {}).t("nav.data")).toBe("Data");
  });

  it("refuses a message that exists nowhere, and a place without a value", () => {
    expect(() => translateTo("sw", {}).t(key)).toThrow('there is no message "route.name"');
    expect(() => translateTo("en", { [key]: "{from} to {to}" }).t(key, { from: "Belgium" })).toThrow("lacks the value");
  });
});
