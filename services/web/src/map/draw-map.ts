import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from "d3-geo";
import type { CostBand } from "../corridor-costs/cost-band.ts";
import { placeNumbers } from "./place-numbers.ts";
import type { World } from "./world.ts";

/** What the map says about one country pair. */
export interface MapRoute {
  readonly from: string;
  readonly to: string;
  readonly band: CostBand;
  /** Its place in the table below the map. */
  readonly number: number;
}

export interface DrawnPlace {
  readonly x: number;
  readonly y: number;
}

export interface DrawnRoute extends DrawnPlace {
  readonly route: MapRoute;
  /** SVG path of the way there. */
  readonly path: string;
  /** Where its number fits without covering another; null where it does not. */
  readonly label: DrawnPlace | null;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly senders: readonly DrawnPlace[];
  readonly routes: readonly DrawnRoute[];
}

const width = 720;
const margin = 24;

/**
 * Draws routes over the land around them: as large as the width allows, in equal areas so that no continent shrinks.
 * Routes to countries that are too small for this map are left out; the table has them.
 */
export function drawMap(routes: readonly MapRoute[], world: World): DrawnMap | null {
  const known = routes.flatMap((route) => {
    const ends = [world.pointOf(route.from), world.pointOf(route.to)];
    const [from, to] = ends;
    return from && to ? [{ route, from, to, line: { type: "LineString" as const, coordinates: [from, to] } }] : [];
  });
  if (known.length === 0) return null;
  const lines: GeoPermissibleObjects = {
    type: "GeometryCollection",
    geometries: known.map(({ line }) => line),
  };
  const projection = geoEqualEarth().fitWidth(width - 2 * margin, lines);
  const [[left, top], [, bottom]] = geoPath(projection).bounds(lines);
  const [x, y] = projection.translate();
  const height = Math.round(bottom - top + 2 * margin);
  projection.translate([x - left + margin, y - top + margin]).clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(0);
  const place = (point: [number, number]): DrawnPlace => {
    const [px = 0, py = 0] = projection(point) ?? [];
    return { x: Math.round(px), y: Math.round(py) };
  };
  const senders = distinct(known.map(({ from }) => place(from)));
  const ends = known.map(({ to }) => place(to));
  const labels = placeNumbers(
    known.map(({ route }, index) => ({ ...(ends[index] ?? { x: 0, y: 0 }), text: String(route.number) })),
    senders,
    { width, height },
  );
  return {
    width,
    height,
    land: path(world.land) ?? "",
    senders,
    routes: known.map(({ route, line }, index) => ({
      ...(ends[index] ?? { x: 0, y: 0 }),
      route,
      path: path(line) ?? "",
      label: labels[index] ?? null,
    })),
  };
}

function distinct(places: readonly DrawnPlace[]): DrawnPlace[] {
  return [...new Map(places.map((place) => [`${place.x} ${place.y}`, place])).values()];
}
