import { describe, expect, it } from "@jest/globals";
import { gsmText, isGsm, messageParts } from "../../../services/web/src/embed/short/gsm-text.ts";
import { shortMessage } from "../../../services/web/src/embed/short/short-message.ts";
import { loadDictionary } from "../../../services/web/src/words/words.ts";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";

const dictionary = [...loadDictionary("Europe/Brussels")];
const address = "openremit.example/fr/be-ma";
const many = buildOffersAnswer({
  offers: ["Wise", "Taptap Send", "Western Union", "Remitly"].map((name, place) =>
    buildRankedOffer({ provider: { key: name, name }, rank: place + 1, received: `21${40 - place}.60` }),
  ),
});
const wordsOf = (code: string) => {
  const found = dictionary.find(([known]) => known === code);
  if (found === undefined) throw new Error(`${code} is not offered`);
  return found[1];
};

/** A price list, charges of banks on the way, a fee to collect, and one that is exactly so. */
const unsure = buildOffersAnswer({
  offers: [
    buildRankedOffer({ sourceKind: "tariff", received: "2140.60" }),
    buildRankedOffer({ provider: { key: "kbc", name: "KBC" }, warnings: [{ code: "charges_sha", detail: "…" }] }),
    buildRankedOffer({ provider: { key: "ria", name: "Ria" }, received: "2100.00" }),
  ],
});

describe("letters of a short message", () => {
  it.each([
    ["l’argent – déjà…", "l'argent - déjà..."],
    ["Zażółć gęślą jaźń", "Zazolc gesla jazn"],
    ["2\u202f154,00\u00a0€", "2 154,00 €"],
    ["Belgique → Maroc, reçoit", "Belgique > Maroc, recoit"],
  ])("%s becomes %s", (text, expected) => {
    expect(gsmText(text)).toBe(expected);
    expect(isGsm(expected)).toBe(true);
  });

  it.each(["Най-добър избор", "أسعار تجريبية"])("%s keeps its own: no alphabet of GSM has them", (text) => {
    expect(gsmText(text)).toBe(text);
    expect(isGsm(text)).toBe(false);
  });
});

describe("the answer as a short message", () => {
  it("says that it is not real, the question, three providers, when, and where to see more", () => {
    expect(shortMessage(many, { words: wordsOf("en"), address, parts: 2 })).toBe(
      [
        "Practice prices.",
        "Belgium-Morocco. You pay 200 EUR, they get:",
        "Wise 2140.60 MAD",
        "Taptap Send 2139.60 MAD",
        "Western Union 2138.60 MAD",
        "Checked 23 Nov 2026, 12:48",
        "Nobody can pay for a place.",
        address,
      ].join("\n"),
    );
  });

  it.each(dictionary)("fits in two messages, and in one where 160 letters fit in one: %s", (_code, words) => {
    for (const parts of [1, 2]) {
      const text = shortMessage(many, { words, address, parts });
      expect(messageParts(text)).toBeLessThanOrEqual(isGsm(text) ? parts : 2);
      expect(text.split("\n")).toContain("Wise 2140.60 MAD");
      expect(text.split("\n")[0]).toBe(`${gsmText(words.t("simulated.short"))}.`);
      expect(text).toMatch(/2026/);
      expect(text).not.toMatch(/[\u00a0\u202f\u2066-\u2069’“”]/);
    }
  });

  it("marks each figure that is not exact, and says what the mark means", () => {
    expect(shortMessage(unsure, { words: wordsOf("en"), address, parts: 2 })).toBe(
      [
        "Practice prices.",
        "Belgium-Morocco. You pay 200 EUR, they get:",
        "Wise ~2140.60 MAD",
        "KBC ~2118.60 MAD",
        "Ria 2100.00 MAD",
        "~ = not exact",
        "Checked 23 Nov 2026, 12:48",
        "Nobody can pay for a place.",
        address,
      ].join("\n"),
    );
  });

  it.each(dictionary)("is no longer for its marks: %s", (_code, words) => {
    for (const parts of [1, 2]) {
      const text = shortMessage(unsure, { words, address, parts });
      expect(messageParts(text)).toBeLessThanOrEqual(isGsm(text) ? parts : 2);
      expect(text.split("\n")).toEqual(expect.arrayContaining(["Wise ~2140.60 MAD", gsmText(words.t("label.about"))]));
    }
  });

  it("keeps one option rather than the address, and leaves out what does not fit from the end", () => {
    const long = "a-very-long-name-of-a-host-that-somebody-has-chosen.openremit.example/some/path/en/be-ma";
    const text = shortMessage(many, { words: wordsOf("en"), address: long, parts: 1 });
    expect(text).toContain("Wise 2140.60 MAD");
    expect(messageParts(text)).toBe(1);
  });

  it("says since when it knows no price, where it knows none", () => {
    const warnings = [{ code: "everything_expired", detail: "…", observedAt: "2026-10-01T09:00:00Z" }];
    const text = shortMessage(buildOffersAnswer({ offers: [], warnings }), { words: wordsOf("en"), address, parts: 2 });
    expect(text).toMatch(/Belgium > Morocco: we know no price today\.\n.*1 Oct 2026/);
  });
});
