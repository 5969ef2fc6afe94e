import { describe, expect, it } from "@jest/globals";
import { FrameTable } from "../../../services/web/src/embed/frame/frame-table.tsx";
import { loadDictionary } from "../../../services/web/src/words/words.ts";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";
import { englishWords, readableText, renderView } from "../../support/render-view.ts";

const receiverCosts = [{ line: "withdrawal", amount: "10.00", currency: "MAD", direction: "cost" as const }];
const offers = [
  buildRankedOffer({ sourceKind: "tariff", warnings: [{ code: "tariff_changed", detail: "changed" }], receiverCosts }),
  buildRankedOffer({ provider: { key: "kbc", name: "KBC" }, warnings: [{ code: "charges_sha", detail: "sha" }] }),
  buildRankedOffer({ provider: { key: "ria", name: "Ria" } }),
];
const draw = (shown = offers, words = englishWords()) =>
  renderView(<FrameTable offers={shown} answer={buildOffersAnswer({ offers: [...shown] })} />, words);
const rowsOf = (html: string) => [...html.matchAll(/<tr>[\s\S]*?<\/tr>/g)].slice(1).map(([row]) => row);
const labelsIn = (html = "") => [...html.matchAll(/<span class="label">([^<]*)/g)].map(([, label]) => label);

describe("a row of the frame", () => {
  it("has the labels of the corridor's page", () => {
    expect(rowsOf(draw()).map(labelsIn)).toEqual([
      ["From a price list", "The receiver may pay a fee"],
      ["Less may arrive"],
      [],
    ]);
  });

  it("tells what the checks found behind a tap, and has nothing to tap where they found nothing", () => {
    const [changed = "", charged = "", plain = ""] = rowsOf(draw());
    expect(readableText(changed)).toContain("To know about this price The price list has changed since we read it.");
    expect(readableText(charged)).toContain("You pay the charges of your bank only (SHA).");
    expect(plain).not.toContain("<details");
  });

  it("says that a price was corrected in the language of the frame", () => {
    const words = loadDictionary("Europe/Brussels").get("fr") ?? englishWords();
    const html = draw([buildRankedOffer({ warnings: [{ code: "corrected", detail: "Corrected by" }] })], words);
    expect(readableText(html)).toContain(readableText(words.t("warning.corrected")));
    expect(html).not.toContain("Corrected by");
  });
});
