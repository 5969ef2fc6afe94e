import { describe, expect, it } from "@jest/globals";
import type { OffersAnswer } from "@openremit/shared/contracts";
import { CorridorBody } from "../../../services/web/src/pages/corridor/corridor-body.tsx";
import { parseCorridorQuestion } from "../../../services/web/src/question/index.ts";
import type { SiteContext } from "../../../services/web/src/site/page.ts";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { buildOffersAnswer, buildRankedOffer, buildUnrankedOffer } from "../../support/offers-answer.ts";
import { readableText, renderView } from "../../support/render-view.ts";

const site = { catalog: sceneCatalog } as SiteContext;
const unknownCosts = { fxMarginPct: null, effectiveCostPct: null, rpwTotalPct: null, cost: null };

/** The page about Morocco, with only what matters to the case given. */
function render(answer: Partial<OffersAnswer> | null = {}, search = "", corridor = "be-ma"): string {
  const question = parseCorridorQuestion({ corridor }, new URLSearchParams(search), site);
  const whole = answer && buildOffersAnswer({ simulated: false, ...answer });
  return renderView(<CorridorBody question={question} answer={whole} catalog={sceneCatalog} />);
}
const read = (...page: Parameters<typeof render>) => readableText(render(...page));

/** Options that get worse one by one, each of another provider unless said. */
function offersOf(...each: Partial<ReturnType<typeof buildRankedOffer>>[]) {
  return each.map((fields, index) => {
    const name = `Provider ${index + 1}`;
    const received = `${2118 - index}.00`;
    const common = { rank: index + 1, provider: { key: `provider-${index + 1}`, name }, received };
    return buildRankedOffer({ ...common, quoteId: `${index}`.padStart(32, "0"), ...fields });
  });
}

describe("an answer", () => {
  it("puts one number first: what arrives, and what is lost", () => {
    const html = render();
    expect(readableText(html)).toContain(
      "The best option puts MAD 2,118.60 in the hand of the person who receives. You lose €3.83.",
    );
    expect(html.match(/<strong class="figure">/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it("turns it round where they must get an exact sum", () => {
    const offers = offersOf({ pay: "188.80", cost: "3.62" }, { pay: "190.00", behindBest: "1.20", ...unknownCosts });
    const text = read({ question: { receive: "2000.00" }, offers }, "receive=2000");
    expect(text).toContain("They get MAD 2,000.00. With the best option you pay €188.80 It costs you €3.62.");
    expect(text).toContain("You pay €190.00 €1.20 more than the best option");
    expect(text).toContain("The option that costs you the least is first.");
  });

  it("calls a gain a gain", () => {
    const offers = offersOf({ cost: "-0.41", effectiveCostPct: "-0.21", fxMarginPct: "-1.22" });
    const text = read({ offers });
    expect(text).toContain("You gain €0.41: the exchange rate is better than the mid-market rate.");
    expect(text).not.toContain("You lose");
  });

  it("shows no cost where there is no rate to measure it by, but the reason and the gap", () => {
    const offers = offersOf(unknownCosts, { ...unknownCosts, behindBest: "12.00" });
    const warnings = [{ code: "reference_not_representative", detail: "English of the API." }];
    const html = render({ offers, warnings });
    const text = readableText(html);
    expect(text).toContain("The second option gives MAD 12.00 less.");
    expect(text).toContain("MAD 12.00 less than the best option");
    expect(text).toContain("so that rate does not show the market.");
    expect(text).toContain("We do not use it here.");
    expect(text).not.toMatch(/You lose|English of the API|per cent of what/);
    expect(html).not.toContain("<svg");
  });

  it("speaks a warning that is new here in its own English", () => {
    const html = render({ warnings: [{ code: "something_new", detail: "Something new." }] });
    expect(html).toContain('<p lang="en" dir="ltr">Something new.</p>');
  });

  it("says how much of the market it covers, how old it is, and whom it must name", () => {
    const offers = offersOf({ observedAt: "2026-11-22T10:00:00.000Z", source: "feed" }, { source: "wise" }, {});
    const text = read({ offers, attributions: [{ source: "feed", text: "Estimate via Wise" }] });
    expect(text).toContain("Compared here: 3 options of 3 providers, from 2 sources.");
    expect(text).toContain("The newest price is of 23 Nov 2026, 12:48, the oldest of 22 Nov 2026, 11:00.");
    expect(text).toContain("Our sources ask us to say: Estimate via Wise");
  });
});

describe("the question", () => {
  it("can be asked again by a plain form that keeps it", () => {
    const html = render({}, "pay=350&payIn=cash&maxDays=3");
    expect(html).toMatch(/<form [^>]*action="\/en\/be-ma"/);
    expect(html).toMatch(/<input id="amount" name="pay" [^>]*value="350"/);
    expect(html).toMatch(/name="payIn" value="cash" checked|name="payIn" checked value="cash"/);
    expect(html).toMatch(/<option (selected value="3"|value="3" selected)>/);
    expect(readableText(html)).toContain("Only these: Cash and in 3 days at the latest");
  });

  it("leads to the other way of asking, with the filters", () => {
    expect(render({}, "payIn=cash")).toContain('href="/en/be-ma?receive=2100&amp;payIn=cash"');
    expect(render({}, "receive=2000")).toContain('href="/en/be-ma?pay=200"');
  });

  it("never leaves open in which currency they are paid", () => {
    const html = render({}, "currency=CDF", "be-cd");
    expect(html.match(/<input type="radio" name="currency"/g)).toHaveLength(2);
    expect(html).toMatch(/value="CDF" checked|checked value="CDF"/);
    expect(html).toContain("/en/be-cd/print?pay=200&amp;currency=CDF");
    expect(render()).not.toContain('name="currency"');
  });

  it("keeps what was typed, as text, and says beside it what is wrong", () => {
    const html = render(null, `pay=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain("<script");
    expect(html).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"');
    expect(html).toContain('aria-describedby="amount-wrong" aria-invalid="true"');
    expect(readableText(html)).toContain("Please write an amount such as 200 or 199.50.");
    expect(html).not.toContain('class="answer"');
  });
});

describe("no price to put first", () => {
  it.each([
    ["no_data", "No data: we have not seen a price for this route yet."],
    ["everything_expired", "No data: all the prices that we know here are too old."],
    ["nothing_matches", "We know prices here, but none for this question."],
  ])("is said in words, and never as a number: %s", (code, words) => {
    const text = read({ offers: [], warnings: [{ code, detail: "x", observedAt: "2026-10-01T10:00:00.000Z" }] });
    expect(text).toContain(words);
    expect(text).toContain("The newest price that we know is of 1 Oct 2026, 12:00.");
    expect(text).not.toContain("The best option");
  });

  it("offers to drop the filters where nothing fits them", () => {
    const warnings = [{ code: "nothing_matches", detail: "x" }];
    expect(render({ offers: [], warnings }, "payIn=cash&pay=350")).toContain(
      'href="/en/be-ma?pay=350">Show all options',
    );
    expect(render({ offers: [], warnings })).not.toContain("Show all options");
  });

  it("opens what cannot be compared where nothing else is known", () => {
    const html = render({ offers: [], unranked: [buildUnrankedOffer({ reason: "stale", freshness: "stale" })] });
    expect(readableText(html)).toContain("We know 1 option, but we cannot compare it. Below you see why.");
    expect(html).toContain('<details class="more" open>');
  });
});
