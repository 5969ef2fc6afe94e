import { endOfDay, startOfDay } from "@openremit/shared/domain";
import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import { drawnNumber, drawnText } from "../format/drawn-number.ts";
import type { SeriesPoint } from "./series.ts";

/** Where things stand on a chart, in per cent of its width and height: it fits every screen, and its texts keep their size. */
export interface ChartFrame {
  /** Of the middle of some days. */
  x(point: Pick<SeriesPoint, "from" | "to">): number;
  y(costPct: string): number;
  /** SVG path through the known points, broken where one is not known; null where there is no line to draw. */
  path(points: readonly SeriesPoint[]): string | null;
  /** Costs to draw a line across at. */
  readonly costs: readonly string[];
}

interface FrameOptions {
  readonly since: string;
  readonly until: string;
  readonly points: readonly SeriesPoint[];
  readonly direction: "ltr" | "rtl";
}

/** Room for the figures at the side where reading starts, and for half a mark at the other. */
export const startEdge = 13;
export const endEdge = 97;
const topEdge = 8;
const bottomEdge = 94;
const wantedLines = 4;

/** Time runs as people read. The scale of costs holds nothing, so that a small change does not look large. */
export function createChartFrame({ since, until, points, direction }: FrameOptions): ChartFrame {
  const costs = points.flatMap(({ costPct }) => (costPct === null ? [] : [drawnNumber(costPct)]));
  const days = scaleUtc()
    .domain([startOfDay(since), endOfDay(until)])
    .range(direction === "rtl" ? [100 - startEdge, 100 - endEdge] : [startEdge, endEdge])
    .clamp(true);
  const scale = scaleLinear()
    .domain([Math.min(0, ...costs), Math.max(1, ...costs)])
    .range([bottomEdge, topEdge])
    .nice(wantedLines);
  const x = ({ from, to }: Pick<SeriesPoint, "from" | "to">) =>
    days(new Date((startOfDay(from).getTime() + endOfDay(to).getTime()) / 2));
  const y = (costPct: string) => scale(drawnNumber(costPct));
  const draw = line<SeriesPoint>()
    .defined(({ costPct }) => costPct !== null)
    .x(x)
    .y(({ costPct }) => (costPct === null ? 0 : y(costPct)))
    .digits(1);
  return { x, y, path: (points) => pathOrNull(draw([...points])), costs: scale.ticks(wantedLines).map(drawnText) };
}

/** A path that only moves and closes draws nothing. */
function pathOrNull(path: string | null): string | null {
  return path?.includes("L") ? path : null;
}
