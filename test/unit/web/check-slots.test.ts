import { describe, expect, it } from "@jest/globals";
import { checkOffer, fixedText, parseDecimal } from "@openremit/shared/domain";
import fc from "fast-check";
import { createFormats } from "../../../services/web/src/format/formats.ts";
import { checkSlots } from "../../../services/web/src/pages/check/check-slots.ts";
import { englishWords } from "../../support/render-view.ts";

const ground = {
  sendCurrency: "EUR",
  receiveCurrency: "MAD",
  reference: "10.80",
  samples: [
    { amount: "200.00", bestProvider: "Wise", bestReceived: "2150.00", bestCostPct: "0.46296296", meanCostPct: "2.5" },
  ],
};

describe("the result of a check", () => {
  it("says on the device what it says from here: the same figures, written the same", () => {
    const here = englishWords();
    // As the page's program makes them: from the locale in the page alone.
    const onDevice = createFormats(here.language.locale, "UTC");
    const figure = fc
      .integer({ min: 1, max: 5_000_000 })
      .map((count) => fixedText(parseDecimal(String(count)).div(100), 2));
    fc.assert(
      fc.property(figure, figure, figure, fc.boolean(), (amount, fee, rate, isInside) => {
        const feePlacement = isInside ? ("inside" as const) : ("on_top" as const);
        const checked = checkOffer({ amount, fee, feePlacement, rate, received: null }, ground);
        if (checked === null) return;
        expect(checkSlots(checked, ground, onDevice)).toEqual(checkSlots(checked, ground, here));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("shows only the sentences that are true", () => {
    const conditionsOf = (rate: string, more: Partial<typeof ground> | { reference: null } = {}) => {
      const known = { ...ground, ...more };
      const seen = { amount: "200", fee: "0", feePlacement: "inside" as const, rate, received: null };
      const checked = checkOffer(seen, known);
      return checked === null ? null : [...checkSlots(checked, known, englishWords()).conditions].sort();
    };
    expect(conditionsOf("10")).toEqual(["behind", "known", "loss", "worth"]);
    expect(conditionsOf("10.75")).toEqual(["equal", "known", "loss", "worth"]);
    expect(conditionsOf("11")).toEqual(["ahead", "gain", "known", "worth"]);
    expect(conditionsOf("10", { samples: [] })).toEqual(["alone", "known", "loss"]);
    expect(conditionsOf("100")).toEqual(["ahead", "doubtful", "gain", "known", "worth"]);
    expect(conditionsOf("10", { reference: null })).toEqual(["behind", "unknown"]);
  });
});
