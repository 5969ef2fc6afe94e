import { describe, expect, it } from "@jest/globals";
import { Corridors, routesOf } from "../../../services/web/src/pages/corridors/corridors.tsx";
import { buildCorridorSummary, summaryTo, summaryWithoutCost } from "../../support/corridor-summary.ts";
import { readableText, renderView } from "../../support/render-view.ts";

/** The cells of each row of the table, as somebody reads them. */
function rowsOf(html: string): string[][] {
  const [, body = ""] = /<tbody>(.*?)<\/tbody>/s.exec(html) ?? [];
  return body
    .split("</tr>")
    .slice(0, -1)
    .map((row) =>
      row
        .split(/<\/t[hd]>/)
        .slice(0, -1)
        .map(readableText),
    );
}

describe("the page of all corridors", () => {
  it("has every figure of a corridor in its table", () => {
    const html = renderView(<Corridors summaries={[buildCorridorSummary()]} />);
    expect(rowsOf(html)).toEqual([
      [
        "1",
        "Belgium to Morocco Moroccan Dirham",
        "2.76%",
        "0.40%",
        "2.38%",
        "Wise: MAD 2,154.00 arrives",
        "13",
        "23 Nov 2026, 12:48",
      ],
    ]);
    expect(html).toContain('<a href="/en/be-ma?pay=200&amp;currency=MAD">');
  });

  it("says that there is no data where there is none", () => {
    const summary = { ...summaryWithoutCost("CD", "CDF", "no_data"), bestProvider: null, bestReceived: null };
    const coverage = { providers: 0, sources: 0, offers: 0, unranked: 0 };
    const html = renderView(<Corridors summaries={[{ ...summary, coverage, newestObservedAt: null }]} />);
    expect(rowsOf(html)[0]?.slice(2)).toEqual([
      "No data: we have not seen a price for this route yet.",
      "No data",
      "0",
      "Never",
    ]);
    expect(readableText(html)).toContain("no figure");
  });

  it("gives the reason instead of percentages where the reference rate does not represent the market", () => {
    const html = renderView(
      <Corridors summaries={[summaryWithoutCost("MA", "MAD", "reference_not_representative")]} />,
    );
    const [row = []] = rowsOf(html);
    expect(row[2]).toContain("so that rate does not show the market");
    expect(row[3]).toBe("Wise: MAD 2,154.00 arrives");
    expect(row.join(" ")).not.toMatch(/\d%/);
  });

  it("can be scrolled by keyboard and has a caption and headed rows", () => {
    const html = renderView(<Corridors summaries={[buildCorridorSummary()]} />);
    expect(html).toMatch(/<section class="region wide" aria-labelledby="all-routes" tabindex="0">/i);
    expect(html).toContain("<caption");
    expect(html).toContain('<th scope="row">');
  });

  it("draws one way per country pair, that of its cheapest currency, with its place in the table", () => {
    const summaries = [
      summaryTo("MA", "MAD"),
      summaryTo("CD", "CDF", { meanCostPct: "2.92" }),
      summaryTo("CD", "USD", { meanCostPct: "6.19" }),
    ];
    expect(routesOf(summaries)).toEqual([
      { from: "BE", to: "MA", band: "low", number: 1 },
      { from: "BE", to: "CD", band: "low", number: 2 },
    ]);
  });
});
