import { drawnText } from "../format/drawn-number.ts";
import { useWords } from "../words/words.ts";
import { type ChartFrame, endEdge, startEdge } from "./chart-frame.ts";

export interface ChartGridProps {
  readonly frame: ChartFrame;
  readonly direction: "ltr" | "rtl";
}

/** Lines across, each with its cost at the side where reading starts. */
export function ChartGrid({ frame, direction }: ChartGridProps) {
  const { roundPercent } = useWords();
  const across = (place: number) => `${direction === "rtl" ? 100 - place : place}%`;
  return (
    <>
      {frame.costs.map((cost) => {
        const y = `${drawnText(frame.y(cost))}%`;
        return (
          <g key={cost}>
            <line
              class={cost === "0" ? "grid zero" : "grid"}
              x1={across(startEdge)}
              x2={across(endEdge)}
              y1={y}
              y2={y}
            />
            <text class="scale" x={across(0)} y={y}>
              {roundPercent(cost)}
            </text>
          </g>
        );
      })}
    </>
  );
}
