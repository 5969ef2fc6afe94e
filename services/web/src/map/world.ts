import { createRequire } from "node:module";
import { geoArea, geoCentroid } from "d3-geo";
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from "geojson";
import countryCodes from "i18n-iso-countries";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export interface World {
  /** All land, without borders: borders are none of our business. */
  readonly land: Geometry | GeoJSON.Feature | GeoJSON.FeatureCollection;
  /** The middle of a country's largest piece, longitude and latitude; null for one too small for this map. */
  pointOf(country: string): [number, number] | null;
}

/** Natural Earth at 1:110 million, as data of a package. */
const read = createRequire(import.meta.url);

type Countries = Topology<{ countries: GeometryCollection }>;
type Land = Topology<{ land: GeometryCollection }>;

/** Reads the world once; some ten milliseconds. */
export function loadWorld(): World {
  const countries: Countries = read("world-atlas/countries-110m.json");
  const land: Land = read("world-atlas/land-110m.json");
  const { features } = feature(countries, countries.objects.countries);
  const byCode = new Map(features.map((country) => [String(country.id), country]));
  return {
    land: feature(land, land.objects.land),
    pointOf(country) {
      const found = byCode.get(countryCodes.alpha2ToNumeric(country) ?? "");
      return found === undefined ? null : middleOf(found);
    },
  };
}

/** Of its largest piece: the middle of France and French Guiana together lies in the Atlantic. */
function middleOf({ geometry }: Feature): [number, number] | null {
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return null;
  const largest = piecesOf(geometry)
    .map((coordinates): Polygon => ({ type: "Polygon", coordinates }))
    .reduce((best, next) => (geoArea(next) > geoArea(best) ? next : best));
  return geoCentroid(largest);
}

function piecesOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}
