import { describe, expect, it } from "@jest/globals";
import { costBandOf } from "../../../services/web/src/corridor-costs/cost-band.ts";
import { costInMoney } from "../../../services/web/src/corridor-costs/cost-in-money.ts";
import { rankByMeanCost } from "../../../services/web/src/corridor-costs/rank-by-mean-cost.ts";
import { listCountryPairs } from "../../../services/web/src/country-pairs/country-pairs.ts";
import { Home } from "../../../services/web/src/pages/home/home.tsx";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { buildCorridorSummary, summaryTo, summaryWithoutCost } from "../../support/corridor-summary.ts";
import { readableText, renderView } from "../../support/render-view.ts";

type Summaries = Parameters<typeof Home>[0]["summaries"];

function render(summaries: Summaries, catalog: Parameters<typeof listCountryPairs>[0] = sceneCatalog): string {
  return renderView(<Home countries={listCountryPairs(catalog)} summaries={summaries} />);
}

/** The configuration with these country pairs alone. */
function only(...ids: readonly string[]) {
  const configs = [...sceneCatalog.corridorConfigs].filter(([id]) => ids.includes(id));
  return { corridorConfigs: new Map(configs) };
}

describe("the first page's question", () => {
  it("is a plain form with the fewest fields, each with its label", () => {
    const html = render([]);
    expect(html).toContain('<form class="card stack" action="/en/go">');
    const names = [...html.matchAll(/<(?:select|input)[^>]* name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(["from", "to", "pay", "payIn", "payOut"]);
    const ids = [...html.matchAll(/<(?:select|input) id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id) => !html.includes(`<label for="${id}">`))).toEqual([]);
  });

  it("lists the countries that are configured by their names, and starts where most money leaves", () => {
    const text = readableText(render([], only("be-ma", "be-ci", "be-dz", "fr-ma")));
    expect(text).toContain(
      "From Belgium France To Choose a country Algeria Côte d’Ivoire Morocco You pay in all (Euro)",
    );
  });

  it("still shows the one country there is to send from", () => {
    const html = render([], only("be-ma"));
    expect(html).toContain('<select id="from" name="from"><option value="BE" selected>Belgium</option></select>');
  });

  it("offers no country pair that is switched off", () => {
    const [config] = [...only("be-ma").corridorConfigs.values()];
    const configs = config === undefined ? [] : [[config.id, { ...config, enabled: false }] as const];
    expect(listCountryPairs({ corridorConfigs: new Map(configs) })).toEqual({ pairs: [], senders: [], receivers: [] });
  });
});

describe("the first page's list", () => {
  it("says what an amount costs on average and at best, in money and per cent, and when that was checked", () => {
    expect(readableText(render([buildCorridorSummary()]))).toContain(
      "Belgium to Morocco On average: €5.52 of €200 (2.76%) The best, Wise: €0.80 (0.40%) Newest check: 23 Nov 2026, 12:48",
    );
  });

  it("leads to the corridor with its amount, and with its currency where there are several", () => {
    const html = render([buildCorridorSummary(), summaryTo("CD", "USD"), summaryTo("CD", "CDF")]);
    expect(html).toContain('href="/en/be-ma?pay=200"');
    expect(html).toContain('href="/en/be-cd?pay=200&amp;currency=CDF"');
  });

  it("shows ten and leads to the rest", () => {
    const codes = ["MA", "DZ", "TN", "SN", "ML", "BJ", "TG", "NE", "CI", "CM", "GN", "RW"];
    const html = render(codes.map((code) => summaryTo(code, "XOF")));
    expect(html.match(/class="cost-row"/g)?.length).toBe(10);
    expect(html).toContain('href="/en/corridors">See the whole list: 12 routes');
  });

  it("says what the lines are, and that nobody passes or fails them", () => {
    const text = readableText(render([buildCorridorSummary()]));
    expect(text).toContain("What are the lines at 3% and 5%?");
    expect(text).toContain("no provider passes or fails here");
  });

  it("keeps a gain negative and explains the minus", () => {
    const text = readableText(render([buildCorridorSummary({ bestCostPct: "-0.14" })]));
    expect(text).toContain("The best, Wise: -€0.28 (-0.14%)");
    expect(text).toContain("A minus means");
  });

  it.each([
    ["no_data", null, "No data: we have not seen a price for this route yet."],
    ["reference_not_representative", "2100.00", "The best today is Wise: MAD 2,100.00 arrives."],
  ])("shows no cost for %s, and says why", (code, bestReceived, words) => {
    const text = readableText(render([{ ...summaryWithoutCost("MA", "MAD", code), bestReceived }]));
    expect(text).toContain(words);
    expect(text).not.toContain("On average:");
  });

  it("says that there is nothing where no corridor is configured", () => {
    expect(readableText(render([], only()))).toContain("There is no route to compare yet.");
  });
});

describe("the figures of corridors", () => {
  it("rank by the average that is shown, unknown ones last", () => {
    const summaries = [
      summaryWithoutCost("CD", "USD", "no_data"),
      summaryTo("SN", "XOF", { meanCostPct: "10.00" }),
      summaryTo("MA", "MAD", { meanCostPct: "9.90" }),
      summaryTo("BG", "EUR", { meanCostPct: "-0.10" }),
    ];
    const order = rankByMeanCost(summaries).map(({ corridor }) => corridor.receiveCountry);
    expect(order).toEqual(["BG", "MA", "SN", "CD"]);
  });

  it.each([
    ["2.76", "200.00", "EUR", "5.52"],
    ["-0.14", "200.00", "EUR", "-0.28"],
    ["1.25", "50.20", "EUR", "0.63"],
    ["2.5", "131191", "XOF", "3280"],
  ])("%s per cent of %s %s is %s", (pct, pay, currency, money) => {
    expect(costInMoney(pct, pay, currency)).toBe(money);
  });

  it.each([
    ["-0.10", "low"],
    ["3.00", "low"],
    ["3.01", "middle"],
    ["5.00", "middle"],
    ["5.01", "high"],
    [null, "none"],
  ])("%s per cent lies in the band %s", (pct, band) => {
    expect(costBandOf(pct)).toBe(band);
  });
});
