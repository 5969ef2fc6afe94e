import { describe, expect, it } from "@jest/globals";
import type { HistoryBucket } from "@openremit/shared/contracts";
import { listCheapestRuns } from "../../../services/web/src/pages/history/cheapest-runs.ts";
import { HistoryView, type HistoryViewProps } from "../../../services/web/src/pages/history/history-view.tsx";
import { parseHistoryQuestion } from "../../../services/web/src/pages/history/parse-history-question.ts";
import { surveyPointsOf } from "../../../services/web/src/pages/history/read-survey.ts";
import { sceneCatalog, sceneNow } from "../../support/comparison-scene.ts";
import { buildHistoryBucket } from "../../support/history-buckets.ts";
import { beMa } from "../../support/record-job.ts";
import { readableText, renderView } from "../../support/render-view.ts";

const site = { catalog: sceneCatalog, clock: { now: () => sceneNow } };
const parse = (search: string, corridor = "be-ma") =>
  parseHistoryQuestion({ corridor }, new URLSearchParams(search), site);

function render(buckets: readonly HistoryBucket[], props: Partial<HistoryViewProps> = {}): string {
  const asked = parse("since=2026-11-01&until=2026-11-10");
  const { since, until, bucket } = asked;
  const question = { pay: "200.00", since, until, bucket };
  const answer = { corridor: beMa, question, simulated: true, buckets: [...buckets], warnings: [] };
  const view = { asked, route: "Belgium to Morocco", answer, isUnrepresentative: false, survey: null, ...props };
  return renderView(<HistoryView {...view} />);
}

describe("the page of a corridor's history", () => {
  it("has the figures of the lines in a table, newest first", () => {
    const html = render([buildHistoryBucket("2026-11-01"), buildHistoryBucket("2026-11-02", { meanCostPct: "4.20" })]);
    const [, body = ""] = /<tbody>(.*?)<\/tbody>/s.exec(html) ?? [];
    expect(body.split("</tr>").slice(0, 2).map(readableText)).toEqual([
      "2 Nov 2026 4.20% 3.00% 1.00% Wise 30 12",
      "1 Nov 2026 4.00% 3.00% 1.00% Wise 30 12",
    ]);
  });

  it("says that no figure of the survey is known yet", () => {
    expect(readableText(render([buildHistoryBucket("2026-11-01")]))).toContain(
      "We have no figure of its survey for this route yet.",
    );
  });

  it("sets the survey's quarters beside the lines, in a table of their own with their source", () => {
    const costs = {
      services: 13,
      firms: 12,
      average500Pct: null,
      median500Pct: null,
      services500: 0,
      smartLikePct: null,
    };
    const groups = { cheapest200: null, cheapest500: null, by: { firmType: [], payIn: [], payOut: [], speed: [] } };
    const quarter = (period: string, average200Pct: string | null) => {
      return { period, average200Pct, median200Pct: "6.1200", ...costs, ...groups };
    };
    const survey = {
      periods: [quarter("2014-Q2", "6.7677"), quarter("2026-Q4", null)],
      attribution: "World Bank, RPW",
    };
    const html = render([buildHistoryBucket("2026-11-01")], { survey });
    const text = readableText(html);
    expect(text).toContain("2026 Q4 No data 6.12% 13 2014 Q2 6.77% 6.12% 13");
    expect(text).toContain("World Bank, RPW");
    expect(text).not.toContain("We have no figure of its survey");
  });

  it("draws the quarters that lie within the days, and no others", () => {
    const at = (period: string) => ({ periods: [{ period, average200Pct: "5.0000" }], attribution: "" }) as never;
    expect(surveyPointsOf(at("2026-Q4"), "2026-11-01", "2026-11-10")).toEqual([
      { from: "2026-10-01", to: "2026-12-31", costPct: "5.0000" },
    ]);
    expect(surveyPointsOf(at("2026-Q3"), "2026-11-01", "2026-11-10")).toEqual([]);
    expect(surveyPointsOf(null, "2026-11-01", "2026-11-10")).toEqual([]);
  });

  it("says so where there is nothing, and draws nothing", () => {
    const html = render([]);
    expect(readableText(html)).toContain("No data: we have not seen a price for this amount in these days.");
    expect(html).not.toContain("<table");
    expect(html).not.toContain('class="plot"');
  });

  it("says so where there is one point", () => {
    expect(readableText(render([buildHistoryBucket("2026-11-01")]))).toContain("We have figures for one period only.");
  });

  it("says what is missing on days without a usable rate", () => {
    const none = { meanCostPct: null, medianCostPct: null, cheapestCostPct: null, cheapestProvider: null };
    const html = render([buildHistoryBucket("2026-11-01", { ...none, offers: 0, withoutReference: 30 })]);
    expect(readableText(html)).toContain("1 Nov 2026 No mid-market rate No data 0 12");
    expect(html).not.toContain('class="plot"');
  });

  it("shows no cost where the reference rate does not represent the market", () => {
    const html = render([buildHistoryBucket("2026-11-01")], { isUnrepresentative: true });
    expect(readableText(html)).toContain("so that rate does not show the market");
    expect(html).not.toContain("<table");
  });
});

describe("who was cheapest", () => {
  it("is told by days without a break, newest first, with the range of the cost", () => {
    const other = { key: "other", name: "Other" };
    const runs = listCheapestRuns([
      buildHistoryBucket("2026-11-01", { cheapestCostPct: "1.10" }),
      buildHistoryBucket("2026-11-02", { cheapestCostPct: "0.90" }),
      buildHistoryBucket("2026-11-03", { cheapestProvider: other }),
      buildHistoryBucket("2026-11-05", { cheapestProvider: other }),
    ]);
    expect(runs).toEqual([
      { from: "2026-11-05", to: "2026-11-05", provider: "Other", lowestPct: "1.00", highestPct: "1.00" },
      { from: "2026-11-03", to: "2026-11-03", provider: "Other", lowestPct: "1.00", highestPct: "1.00" },
      { from: "2026-11-01", to: "2026-11-02", provider: "Wise", lowestPct: "0.90", highestPct: "1.10" },
    ]);
  });
});

describe("a question about history", () => {
  it("asks for the last thirty days of the usual amount unless it says more", () => {
    expect(parse("")).toMatchObject({
      pay: "200",
      asked: null,
      bucket: "day",
      since: "2026-10-25",
      until: "2026-11-23",
      areDaysWrong: false,
    });
  });

  it("reaches further back where the figures are coarser", () => {
    expect([parse("bucket=week").since, parse("bucket=month").since]).toEqual(["2026-05-26", "2025-11-24"]);
  });

  it("answers an amount that is not sampled by the nearest one, and keeps what was asked", () => {
    expect(parse("pay=250,50")).toMatchObject({ pay: "200", asked: "250.5" });
    expect(parse("pay=140")).toMatchObject({ pay: "140", asked: null });
  });

  it.each([
    "since=2026-11-10&until=2026-11-01",
    "until=2026-11-24",
    "since=2025-01-01",
    "since=2026-02-30",
    "until=soon",
  ])("knows that %s makes no sense", (search) => {
    expect(parse(search).areDaysWrong).toBe(true);
  });

  it("refuses a size of bucket that there is not", () => {
    expect(() => parse("bucket=year")).toThrow("problem.no_such_choice");
  });
});
