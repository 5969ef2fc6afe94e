import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { languages } from "../../../services/web/src/languages/languages.ts";
import { longestText, shareText } from "../../../services/web/src/pages/text/share-text.ts";
import { loadMessageFiles } from "../../../services/web/src/words/load-message-files.ts";
import { createWords, type Words } from "../../../services/web/src/words/words.ts";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";

const catalog = loadCatalog("config");
const longest = [...catalog.providers.values()]
  .map(({ name }) => name)
  .sort((one, other) => other.length - one.length)
  .slice(0, 3);
const files = loadMessageFiles();
const everyWords: readonly Words[] = languages.map((language) => {
  const [file, source] = [files.get(language.code), files.get("en")];
  if (file === undefined || source === undefined) throw new Error(`no messages for ${language.code}`);
  return createWords(language, file, source, "Europe/Brussels");
});
const english = everyWords.find(({ language }) => language.code === "en") ?? everyWords[0];
const longAddress = "https://compare.money-transfers.organisation.example/en/be-cd?pay=1000000&currency=CDF";

const offers = longest.map((name, index) =>
  buildRankedOffer({
    sourceKind: "tariff",
    provider: { key: `provider-${index}`, name },
    received: "3287654321.00",
    cost: "12345.67",
    pay: "1000000.00",
  }),
);

describe("the short text", () => {
  it.each(everyWords.map((words) => [words.language.code, words] as const))(
    "has at most 300 characters in every corridor and says when, where and one option at least, in %s",
    (_code, words) => {
      for (const corridor of catalog.corridors.values()) {
        for (const question of [{ pay: "1000000.00" }, { receive: "3287654321.00" }]) {
          const answer = buildOffersAnswer({ corridor, question, offers });
          const text = shareText(answer, longAddress, words);
          expect(text.length).toBeLessThanOrEqual(longestText);
          expect(text).toContain(longAddress);
          expect(text).toContain(words.t("simulated.short"));
          expect(text).toContain("~");
          expect(text).toContain(longest[0]);
        }
      }
    },
  );

  it("names three providers, each once, and ends with the address", () => {
    if (english === undefined) throw new Error("no English");
    const again = buildRankedOffer({ received: "2100.00" });
    const others = ["remitly", "ria", "lemfi"].map((key) => buildRankedOffer({ provider: { key, name: key } }));
    const answer = buildOffersAnswer({ simulated: false, offers: [buildRankedOffer(), again, ...others] });
    expect(shareText(answer, "https://a.example/en/be-ma", english).split("\n")).toEqual([
      "Send €200 from Belgium to Morocco. Prices of 23 Nov 2026, 12:48:",
      expect.stringMatching(/^Wise: they get MAD.2,118\.60, you lose €3\.83$/),
      expect.stringMatching(/^remitly:/),
      expect.stringMatching(/^ria:/),
      "Nobody can pay for a place.",
      "https://a.example/en/be-ma",
    ]);
  });

  it("marks figures that are not exact, and says what the mark means", () => {
    if (english === undefined) throw new Error("no English");
    const answer = buildOffersAnswer({
      simulated: false,
      offers: [
        buildRankedOffer({ sourceKind: "tariff" }),
        buildRankedOffer({ provider: { key: "ria", name: "Ria" }, received: "2100.00" }),
      ],
    });
    expect(shareText(answer, null, english).split("\n").slice(1)).toEqual([
      expect.stringMatching(/^Wise: they get ~MAD.2,118\.60, you lose ~€3\.83$/),
      expect.stringMatching(/^Ria: they get MAD.2,100\.00, you lose €3\.83$/),
      "~ = not exact",
      "Nobody can pay for a place.",
    ]);
  });

  it("calls nothing a loss where more arrives than the mid-market rate gives", () => {
    if (english === undefined) throw new Error("no English");
    const answer = buildOffersAnswer({ offers: [buildRankedOffer({ cost: "-0.53" })] });
    expect(shareText(answer, null, english)).not.toMatch(/lose|-/);
  });

  it("says that nothing is known where nothing is", () => {
    if (english === undefined) throw new Error("no English");
    const text = shareText(buildOffersAnswer({ offers: [], simulated: false }), null, english);
    expect(text).toBe("Belgium → Morocco: we know no price today.");
  });
});
