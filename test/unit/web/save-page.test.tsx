import { describe, expect, it } from "@jest/globals";
import { listCountryPairs } from "../../../services/web/src/country-pairs/country-pairs.ts";
import type { SaveQuestion } from "../../../services/web/src/pages/save/parse-save-question.ts";
import { Save } from "../../../services/web/src/pages/save/save-view.tsx";
import { findCorridor } from "../../../services/web/src/question/index.ts";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { buildOffersAnswer, buildRankedOffer } from "../../support/offers-answer.ts";
import { readableText, renderView } from "../../support/render-view.ts";

const chosen = findCorridor("be-ma", "MAD", { catalog: sceneCatalog });
const { pairs } = listCountryPairs(sceneCatalog);
const dear = buildRankedOffer({ provider: { key: "dear", name: "Dear" }, received: "2100.00", payIn: "cash", rank: 2 });
const answer = buildOffersAnswer({ offers: [buildRankedOffer(), dear] });

function render(question: Partial<SaveQuestion>, given: Parameters<typeof Save>[0]["answer"] = answer): string {
  const asked = { chosen, typed: "200", reading: { amount: "200", wrong: null }, timesAYear: 12, now: "", ...question };
  return renderView(<Save pairs={pairs} question={asked} answer={given} />);
}

describe("the page of savings", () => {
  it("asks for the corridor first", () => {
    const html = render({ chosen: null, reading: null }, null);
    expect(html).not.toContain('name="now"');
    expect(readableText(html)).toContain("Belgium to Congo - Kinshasa (US Dollar)");
    expect(html).toContain('<option value="12" selected>every month</option>');
  });

  it("then asks for the option used now, by name", () => {
    const text = readableText(render({}));
    expect(text).toContain("Choose how you send now Dear (Cash, Bank account) Wise (Bank transfer, Bank account)");
    expect(text).not.toContain("In one year");
  });

  it("says what changing brings in a year, in their hand and lost less", () => {
    const text = readableText(render({ now: "dear.cash.bank_deposit" }));
    // (2118.60 − 2100.00) · 12 = 223.20 and 223.20 / 10.80 = 20.666…
    expect(text).toContain("MAD 223.20 more in their hand each year That is €20.67 less lost on the way.");
    expect(text).toContain("you already have the best option that we know today");
    expect(text).toContain("Prices change every day.");
  });

  it("tells who has the best that they have it", () => {
    const text = readableText(render({ now: "wise.bank_transfer.bank_deposit" }));
    expect(text).toContain("You already have the best option that we know today.");
    expect(text).not.toContain("more in their hand");
  });

  it("says that an option is not known, beside the field", () => {
    const html = render({ now: "gone.cash.cash_pickup" });
    expect(html).toContain('aria-describedby="now-hint now-wrong" aria-invalid="true"');
    expect(readableText(html)).toContain("We have no price for that way here.");
  });

  it("says why nothing can be chosen where nothing is known", () => {
    const none = buildOffersAnswer({ offers: [], warnings: [{ code: "no_data", detail: "" }] });
    expect(readableText(render({}, none))).toContain("No data: we have not seen a price for this route yet.");
  });

  it("says what is wrong with an amount, beside the field", () => {
    const wrong = { reason: "thousands", currency: "EUR", most: "1000000" } as const;
    const html = render({ typed: "1.000", reading: { amount: null, wrong } }, null);
    expect(html).toContain('value="1.000" aria-describedby="pay-wrong" aria-invalid="true"');
  });
});
