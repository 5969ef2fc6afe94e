import { describe, expect, it } from "@jest/globals";
import { createChartFrame, endEdge, startEdge } from "../../../services/web/src/chart/chart-frame.ts";
import { HistoryChart } from "../../../services/web/src/chart/history-chart.tsx";
import { lonePoints, seriesOf } from "../../../services/web/src/chart/series.ts";
import { buildHistoryBucket } from "../../support/history-buckets.ts";
import { readableText, renderView } from "../../support/render-view.ts";

const days = { since: "2026-11-01", until: "2026-11-10" };
const bucketsOn = (...numbers: readonly string[]) => numbers.map((number) => buildHistoryBucket(`2026-11-${number}`));

function frameOf(points: ReturnType<typeof seriesOf>, direction: "ltr" | "rtl" = "ltr") {
  return createChartFrame({ ...days, points, direction });
}

describe("a line", () => {
  it("runs through days that follow each other", () => {
    const points = seriesOf(bucketsOn("01", "02", "03"), "mean");
    expect(points.map(({ costPct }) => costPct)).toEqual(["4.00", "4.00", "4.00"]);
    expect(frameOf(points).path(points)?.match(/[ML]/g)?.join("")).toBe("MLL");
  });

  it("stops where days are missing and starts again behind them", () => {
    const points = seriesOf(bucketsOn("01", "02", "05", "06"), "mean");
    expect(points).toContainEqual({ from: "2026-11-03", to: "2026-11-04", costPct: null });
    expect(frameOf(points).path(points)?.match(/[ML]/g)?.join("")).toBe("MLML");
  });

  it("stops at a day without a usable rate", () => {
    const [first, second, third] = bucketsOn("01", "02", "03");
    const buckets = [first, second && { ...second, meanCostPct: null }, third].flatMap((bucket) => bucket ?? []);
    const points = seriesOf(buckets, "mean");
    expect(lonePoints(points).map(({ from }) => from)).toEqual(["2026-11-01", "2026-11-03"]);
    expect(frameOf(points).path(points)).toBeNull();
  });

  it("is none where there is one point, which has a mark instead", () => {
    const html = renderView(<HistoryChart {...days} buckets={bucketsOn("04")} surveyPoints={[]} />);
    expect(html).not.toContain('class="series mean" fill="none" d="M5');
    expect(html.match(/<use href="#mark-mean" class="point mean" x=/g)?.length).toBe(1);
  });
});

describe("the chart", () => {
  it("holds the days at its edges and nothing, which every cost is measured from", () => {
    const points = seriesOf(bucketsOn("01", "10"), "mean");
    const frame = frameOf(points);
    const places = [
      frame.x({ from: "2026-11-01", to: "2026-11-01" }),
      frame.x({ from: "2026-11-10", to: "2026-11-10" }),
    ];
    expect(places.map((place) => place > startEdge && place < endEdge)).toEqual([true, true]);
    expect(frame.costs[0]).toBe("0");
    expect(frame.y("0")).toBeGreaterThan(frame.y("4.00"));
  });

  it("shows costs below nothing where a provider beats the mid-market rate", () => {
    const points = seriesOf([buildHistoryBucket("2026-11-01", { cheapestCostPct: "-0.70" })], "cheapest");
    const { costs, y } = frameOf(points);
    expect(costs[0]?.startsWith("-")).toBe(true);
    expect(y("-0.70")).toBeLessThanOrEqual(100);
  });

  it("runs from right to left for those who read so", () => {
    const points = seriesOf(bucketsOn("01", "10"), "mean");
    const [first, last] = [
      { from: "2026-11-01", to: "2026-11-01" },
      { from: "2026-11-10", to: "2026-11-10" },
    ] as const;
    expect(frameOf(points, "rtl").x(first)).toBeCloseTo(100 - frameOf(points).x(first), 6);
    expect(frameOf(points, "rtl").x(first)).toBeGreaterThan(frameOf(points, "rtl").x(last));
  });

  it("keeps a week that begins before the first day within its edges", () => {
    const frame = frameOf([]);
    expect(frame.x({ from: "2026-10-19", to: "2026-10-25" })).toBe(startEdge);
  });

  it("adds the survey's quarters as marks of their own, and names them", () => {
    const survey = [{ from: "2026-10-01", to: "2026-12-31", costPct: "4.57" }];
    const html = renderView(<HistoryChart {...days} buckets={bucketsOn("01", "02")} surveyPoints={survey} />);
    expect(html.match(/<use href="#mark-survey" class="point survey" x=/g)?.length).toBe(1);
    expect(readableText(html)).toContain("World Bank survey");
  });

  it("says in words what it draws", () => {
    const html = renderView(<HistoryChart {...days} buckets={bucketsOn("01", "02")} surveyPoints={[]} />);
    expect(html).toContain(
      'aria-label="Lines of the average, middle and lowest cost from 1 Nov 2026 to 10 Nov 2026. The table below has the same figures."',
    );
    expect(html).not.toContain("point survey");
    expect(html).not.toMatch(/ style="/);
  });
});
