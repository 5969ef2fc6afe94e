import { type CostBand, costBands, highLinePct, lowLinePct } from "../../corridor-costs/cost-band.ts";
import { type DrawnMap, drawMap, type MapRoute } from "../../map/draw-map.ts";
import { MapMark, MapMarks } from "../../map/map-marks.tsx";
import { loadWorld, type World } from "../../map/world.ts";
import { useWords, type Words } from "../../words/words.ts";

let world: World | null = null;

/** The ways money takes, each as dear as it is wide. What it shows the table below says in words and figures. */
export function CorridorsMap({ routes }: { readonly routes: readonly MapRoute[] }) {
  const words = useWords();
  world ??= loadWorld();
  const map = drawMap(routes, world);
  if (map === null) return null;
  const bands = costBands.filter((band) => routes.some((route) => route.band === band));
  return (
    <figure class="map stack">
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={describeMap(routes, words)}
        focusable="false"
      >
        <MapMarks />
        <path class="land" d={map.land} />
        <Ways map={map} />
      </svg>
      <figcaption class="stack">
        <ul class="cluster legend">
          {bands.map((band) => (
            <li key={band}>
              <svg class="sample" width="28" height="20" viewBox="-14 -10 28 20" aria-hidden="true" focusable="false">
                <path class={`way ${band}`} d="M-14 0H14" />
                <MapMark band={band} x={0} y={0} />
              </svg>
              {bandText(band, words)}
            </li>
          ))}
        </ul>
        <p class="quiet">
          <span class="numbers">{words.t("corridors.map.numbers")}</span> {words.t("corridors.map.cheapest")}
        </p>
      </figcaption>
    </figure>
  );
}

function Ways({ map: { routes, senders } }: { readonly map: DrawnMap }) {
  const { country } = useWords();
  return (
    <>
      {routes.map(({ route, path }) => (
        <path key={`${route.from}${route.to}`} class={`way ${route.band}`} fill="none" d={path} />
      ))}
      {routes.map(({ route, x, y }) => (
        <MapMark key={`${route.from}${route.to}`} band={route.band} x={x} y={y} name={country(route.to)} />
      ))}
      {senders.map(({ x, y }) => (
        <circle key={`${x} ${y}`} class="sender" cx={x} cy={y} r="6" />
      ))}
      <g class="numbers">
        {routes.map(
          ({ route, label }) =>
            label !== null && (
              <text key={`${route.from}${route.to}`} x={label.x} y={label.y}>
                {route.number}
              </text>
            ),
        )}
      </g>
    </>
  );
}

function bandText(band: CostBand, { t, roundPercent }: Words): string {
  return t(`corridors.band.${band}`, { low: roundPercent(lowLinePct), high: roundPercent(highLinePct) });
}

/** How many countries stand in each band: the map in a breath. */
function describeMap(routes: readonly MapRoute[], words: Words): string {
  const parts = costBands.flatMap((band) => {
    const count = routes.filter((route) => route.band === band).length;
    return count === 0 ? [] : [words.t("corridors.map.count", { band: bandText(band, words), count })];
  });
  return words.t("corridors.map.alternative", { count: routes.length, parts: words.list(parts) });
}
