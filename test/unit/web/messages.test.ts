import { describe, expect, it } from "@jest/globals";
import { findMessageProblems } from "../../../services/web/src/words/find-message-problems.ts";
import { findUnusedMessages } from "../../../services/web/src/words/find-unused-messages.ts";
import type { MessageFile } from "../../../services/web/src/words/message-file.ts";

function fileOf(language: string, messages: Record<string, string>, fields: Partial<MessageFile> = {}): MessageFile {
  const translation = { by: "machine" as const, on: "2026-11-23", reviewed: [] };
  return { language, offered: true, translation, sameAsSource: [], messages, ...fields };
}

const source = fileOf("en", {
  "home.title": "Send money",
  "home.found": "{count, plural, one {# offer} other {# offers}} for {amount}",
  "home.promise": "We are <b>independent</b>.",
});
const french = {
  "home.title": "Envoyer de l’argent",
  "home.found": "{count, plural, one {# offre} other {# offres}} pour {amount}",
  "home.promise": "Nous sommes <b>indépendants</b>.",
};

describe("the check of messages", () => {
  it("finds nothing in a complete translation", () => {
    expect(findMessageProblems(fileOf("fr", french), source)).toEqual([]);
  });

  it.each([
    ["a missing message", { "home.title": undefined }, "home.title: missing"],
    ["a message nobody knows", { "home.other": "Autre" }, "home.other: the source language has no such message"],
    ["a forgotten value", { "home.found": "{count, plural, one {#} other {#}}" }, "home.found: lacks amount"],
    ["a value nobody gives", { "home.title": "Envoyer {sum}" }, "home.title: nobody gives it sum"],
    ["a lost tag", { "home.promise": "Nous sommes indépendants." }, "home.promise: lacks <b>"],
    ["English left standing", { "home.title": "Send money" }, "home.title: is still English"],
    ["broken ICU", { "home.promise": "Nous <b>sommes" }, "home.promise: is no ICU message"],
  ])("finds %s", (_what, change, problem) => {
    const changed: Record<string, string | undefined> = { ...french, ...change };
    const messages = Object.entries(changed).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]]));
    expect(findMessageProblems(fileOf("fr", Object.fromEntries(messages)), source)).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it("wants every plural form of the language", () => {
    const polish = fileOf("pl", { "home.found": "{count, plural, one {#} few {#} other {#}} {amount}" });
    const found = findMessageProblems({ ...polish, offered: false }, source);
    expect(found).toEqual(['home.found: lacks the plural form "many"']);
  });

  it("lets a prepared language lack messages, and says nothing silently about an offered one", () => {
    expect(findMessageProblems(fileOf("sw", {}, { offered: false }), source)).toEqual([]);
    expect(findMessageProblems(fileOf("sw", {}), source)).toHaveLength(3);
  });

  it("takes what is listed as rightly English, and only that", () => {
    const same = { ...french, "home.title": "Send money" };
    expect(findMessageProblems(fileOf("fr", same, { sameAsSource: ["home.title"] }), source)).toEqual([]);
    expect(findMessageProblems(fileOf("fr", french, { sameAsSource: ["home.title"] }), source)).toEqual([
      'home.title: stands in "sameAsSource" and differs',
    ]);
  });

  it("finds keys that no source names", () => {
    const sources = ['t("nav.data")', "t(`payIn.$" + "{payIn}`)"];
    expect(findUnusedMessages(["nav.data", "payIn.cash", "nav.about"], sources)).toEqual(["nav.about"]);
  });
});
