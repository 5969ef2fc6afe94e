import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import { drawnText } from "../format/drawn-number.ts";
import type { ChartFrame } from "./chart-frame.ts";
import type { SeriesName, SeriesPoint } from "./series.ts";

export type MarkKind = SeriesName | "survey";

/** Told apart by shape, not by colour alone. */
const shapes: Readonly<Record<MarkKind, string>> = {
  mean: symbol(symbolCircle, 60).digits(1)() ?? "",
  median: symbol(symbolSquare, 60).digits(1)() ?? "",
  cheapest: symbol(symbolTriangle, 60).digits(1)() ?? "",
  survey: symbol(symbolDiamond, 100).digits(1)() ?? "",
};

/** The shapes, once; marks point to them. */
export function ChartMarks() {
  return (
    <defs>
      {Object.entries(shapes).map(([kind, path]) => (
        <path key={kind} id={`mark-${kind}`} d={path} />
      ))}
    </defs>
  );
}

interface MarkProps {
  readonly kind: MarkKind;
  readonly point: SeriesPoint;
  readonly frame: ChartFrame;
}

export function Mark({ kind, point, frame }: MarkProps) {
  if (point.costPct === null) return null;
  const x = `${drawnText(frame.x(point))}%`;
  return <use href={`#mark-${kind}`} class={`point ${kind}`} x={x} y={`${drawnText(frame.y(point.costPct))}%`} />;
}
