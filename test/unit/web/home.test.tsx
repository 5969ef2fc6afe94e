import { describe, expect, it } from "@jest/globals";
import { renderToString } from "preact-render-to-string";
import { createFormats } from "../../../services/web/src/format/money.ts";
import { Home, type HomeProps } from "../../../services/web/src/pages/home.tsx";
import { buildOffersAnswer, buildRankedOffer, buildUnrankedOffer } from "../../support/offers-answer.ts";
import { corridorOf } from "../../support/quote-task.ts";

/** The page, with only what matters to the case given. */
function render(props: Partial<HomeProps> = {}): string {
  return renderToString(
    <Home
      simulated={false}
      corridors={["be-ma:EUR-MAD", "be-tr:EUR-TRY"].map(corridorOf)}
      chosen="be-ma.MAD"
      pay="200"
      answer={buildOffersAnswer()}
      problem={null}
      formats={createFormats("en")}
      now={new Date("2026-11-23T12:00:00Z")}
      {...props}
    />,
  );
}

/** What somebody reads, without tags. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ")
    .replaceAll(/\s+/g, " ");
}

describe("an answer", () => {
  it("says first what arrives and what is lost", () => {
    expect(textOf(render())).toContain("The best option puts MAD 2,118.60 in their hand. You lose €3.83.");
  });

  it("shows an option whole: how, what it costs, when it was checked, and its receipt", () => {
    const html = render();
    const [row = ""] = /<li class="offer">.*?<\/li>/s.exec(html) ?? [];
    expect(textOf(row)).toBe(
      "MAD 2,118.60Wise bank transfer → bank account, the same day" +
        "costs €3.83 (1.92 %): fee €2.00, the rest is the exchange rate" +
        "checked 12 minutes ago · receipt",
    );
    expect(row).toContain(`href="/v1/offers/${"0".repeat(32)}/receipt"`);
    expect(row).toContain('aria-label="fee 1.01 %, rate 0.93 %"');
  });

  it("keeps the order it is given", () => {
    const names = ["Xe", "Abc", "Mno"];
    const offers = names.map((name, index) =>
      buildRankedOffer({ rank: index + 1, provider: { key: "any", name }, quoteId: `${index}`.repeat(32) }),
    );
    const read = textOf(render({ answer: buildOffersAnswer({ offers }) }));
    expect(names.map((name) => read.indexOf(name))).toEqual(names.map((name) => read.indexOf(name)).toSorted());
  });

  it("calls a gain a gain", () => {
    const offers = [buildRankedOffer({ cost: "-0.41", effectiveCostPct: "-0.21", fxMarginPct: "-1.22" })];
    const read = textOf(render({ answer: buildOffersAnswer({ offers }) }));
    expect(read).toContain("in their hand. That beats the mid-market rate by €0.41.");
    expect(read).not.toContain("You lose");
  });

  it("shows no percentage and no bar without a reference rate", () => {
    const unknown = { fxMarginPct: null, effectiveCostPct: null, rpwTotalPct: null, cost: null };
    const warnings = [{ code: "no_reference_rate", detail: "No usable reference rate for EUR to MAD: no source." }];
    const html = render({
      answer: buildOffersAnswer({ offers: [buildRankedOffer(unknown)], reference: null, warnings }),
    });
    expect(textOf(html)).toContain("fee €2.00; no mid-market rate to measure the exchange rate by");
    expect(textOf(html)).toContain("No usable reference rate for EUR to MAD: no source.");
    expect(html).not.toContain("<svg");
    expect(textOf(html)).not.toMatch(/\d %|mid-market rate \d/);
  });

  it("labels what is an estimate, between two prices, getting old, or cheaper once", () => {
    const promotion = { rate: "11", fee: "0", received: null, upTo: null, eligibility: "New customers" };
    const offer = buildRankedOffer({ sourceKind: "feed", derivation: "interpolated", freshness: "ageing", promotion });
    const html = render({ answer: buildOffersAnswer({ offers: [offer] }) });
    expect([...html.matchAll(/<span class="label">([^<]*)/g)].map(([, label]) => label)).toEqual([
      "estimate",
      "between two known prices",
      "getting old",
      "first transfer may be cheaper",
    ]);
    expect(render()).not.toContain('class="label"');
  });

  it("says so where a source does not state the way of paying or receiving", () => {
    const offers = [buildRankedOffer({ payIn: null, payOut: null, speed: null })];
    expect(textOf(render({ answer: buildOffersAnswer({ offers }) }))).toContain(
      "way of paying not stated → way of receiving not statedcosts",
    );
  });
});

describe("what has no place in the list", () => {
  it.each([
    ["promotion_only", "only a first-transfer price is known"],
    ["stale", "the price is more than a day old"],
    ["undisclosed", "the fee or the rate is not disclosed"],
    ["rate_only", "only the rate is known"],
    ["out_of_range", "no price is known near this amount"],
  ] as const)("is listed with the reason %s in words", (reason, words) => {
    const unranked = [buildUnrankedOffer({ reason })];
    expect(textOf(render({ answer: buildOffersAnswer({ unranked }) }))).toContain(
      `1 more without a place in the listRemitly: bank transfer → bank account — ${words} (checked 12 minutes ago)`,
    );
  });

  it("is not spoken of where there is none", () => {
    expect(render()).not.toContain("<details>");
  });
});

describe("no answer", () => {
  it("is said with the reason, and never as a number", () => {
    const warnings = [{ code: "everything_expired", detail: "Every known price has expired." }];
    const read = textOf(render({ answer: buildOffersAnswer({ offers: [], warnings }) }));
    expect(read).toContain("No price that we can stand behind today.Every known price has expired.");
    expect(read).not.toContain("The best option");
  });

  it("leaves the form as it was typed when there is a problem", () => {
    const html = render({ answer: null, problem: "Please write an amount.", pay: '"><b>x', chosen: "be-tr.TRY" });
    expect(html).toContain('<p class="problem" role="alert">Please write an amount.</p>');
    expect(html).toContain('value="&quot;>&lt;b>x"');
    expect(html).toMatch(/<option selected value="be-tr.TRY">|<option value="be-tr.TRY" selected>/);
    expect(html).not.toContain('class="headline"');
  });
});

describe("the frame", () => {
  it("says in simulated mode, before anything else, that the prices are invented", () => {
    const read = textOf(render({ simulated: true }).replace(/<head>.*<\/head>/s, ""));
    expect(read).toMatch(/^Practice prices\. These figures are invented/);
    expect(textOf(render())).not.toContain("Practice prices");
  });

  it("asks in the send currency of the corridor, and in none where there is no corridor", () => {
    const fromBritain = [corridorOf("gb-in:GBP-INR")];
    expect(textOf(render())).toContain("I pay in all (€)");
    expect(textOf(render({ corridors: fromBritain, chosen: "gb-in.INR" }))).toContain("I pay in all (£)");
    expect(textOf(render({ corridors: fromBritain, chosen: "" }))).toContain("I pay in all (£)");
    expect(textOf(render({ corridors: [], chosen: "", answer: null }))).toMatch(/I pay in all(?! \()/);
  });
});
