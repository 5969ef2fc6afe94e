import { symbol, symbolCircle, symbolSquare, symbolTriangle, symbolX } from "d3-shape";
import type { CostBand } from "../corridor-costs/cost-band.ts";

/** Told apart by shape, not by colour alone. */
const shapes: Readonly<Record<CostBand, string>> = {
  low: symbol(symbolCircle, 60).digits(1)() ?? "",
  middle: symbol(symbolSquare, 64).digits(1)() ?? "",
  high: symbol(symbolTriangle, 72).digits(1)() ?? "",
  none: symbol(symbolX, 40).digits(1)() ?? "",
};

/** The shapes, once; marks point to them. */
export function MapMarks() {
  return (
    <defs>
      {Object.entries(shapes).map(([band, path]) => (
        <path key={band} id={`mark-${band}`} d={path} />
      ))}
    </defs>
  );
}

export interface MapMarkProps {
  readonly band: CostBand;
  readonly x: number;
  readonly y: number;
  /** Shown when a pointer rests on it. */
  readonly name?: string;
}

export function MapMark({ band, x, y, name }: MapMarkProps) {
  return (
    <use href={`#mark-${band}`} class={`mark ${band}`} x={x} y={y}>
      {name !== undefined && <title>{name}</title>}
    </use>
  );
}
