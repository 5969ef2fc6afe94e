import { describe, expect, it } from "@jest/globals";
import { drawMap, type MapRoute } from "../../../services/web/src/map/draw-map.ts";
import { placeNumbers } from "../../../services/web/src/map/place-numbers.ts";
import { loadWorld } from "../../../services/web/src/map/world.ts";
import { CorridorsMap } from "../../../services/web/src/pages/corridors/corridors-map.tsx";
import { sceneCatalog } from "../../support/comparison-scene.ts";
import { readableText, renderView } from "../../support/render-view.ts";

const world = loadWorld();
const configured = [...sceneCatalog.corridorConfigs.values()].map(
  ({ sendCountry, receiveCountry }, index): MapRoute => ({
    from: sendCountry,
    to: receiveCountry,
    band: "low",
    number: index + 1,
  }),
);

function routeTo(to: string, fields: Partial<MapRoute> = {}): MapRoute {
  return { from: "BE", to, band: "low", number: 1, ...fields };
}

/** Every coordinate of absolute SVG paths without curves. */
function coordinatesOf(path: string): [x: number, y: number][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x = "", y = ""]) => [
    Number.parseInt(x, 10),
    Number.parseInt(y, 10),
  ]);
}

describe("the map", () => {
  it("holds every way, every mark and all land within its frame", () => {
    const map = drawMap(configured, world);
    expect(map?.routes.length).toBe(configured.length);
    const places = [
      ...coordinatesOf(map?.land ?? ""),
      ...(map?.routes ?? []).flatMap(({ x, y, path }): [number, number][] => [[x, y], ...coordinatesOf(path)]),
    ];
    expect(places.length).toBeGreaterThan(500);
    const outside = places.filter(([x, y]) => x < 0 || y < 0 || x > (map?.width ?? 0) || y > (map?.height ?? 0));
    expect(outside).toEqual([]);
  });

  it("knows where every country of the configuration lies", () => {
    const unknown = configured.flatMap(({ from, to }) => [from, to]).filter((code) => world.pointOf(code) === null);
    expect(unknown).toEqual([]);
  });

  it("puts France in Europe, though a part of it lies in America", () => {
    const [longitude = 0, latitude = 0] = world.pointOf("FR") ?? [];
    expect([Math.round(longitude / 10), Math.round(latitude / 10)]).toEqual([0, 5]);
  });

  it("leaves out a country that is too small for it, and draws nothing without any", () => {
    expect(drawMap([routeTo("MA"), routeTo("MU")], world)?.routes.map(({ route }) => route.to)).toEqual(["MA"]);
    expect(drawMap([routeTo("MU")], world)).toBeNull();
  });

  it("says in words how many routes stand in each band", () => {
    const routes = [routeTo("MA"), routeTo("SN"), routeTo("CD", { band: "high" }), routeTo("PS", { band: "none" })];
    const html = renderView(<CorridorsMap routes={routes} />);
    const [, alternative = ""] = /aria-label="([^"]*)"/.exec(html) ?? [];
    expect(readableText(alternative)).toBe(
      "Map with 4 routes. 3% or less on average: 2, more than 5%: 1 and no figure: 1. The table below has all the figures.",
    );
    expect(readableText(html)).toContain("more than 5%");
  });

  it("tells bands apart by shape and width, not by colour alone", () => {
    const html = renderView(<CorridorsMap routes={[routeTo("MA"), routeTo("CD", { band: "high" })]} />);
    expect(html).toContain('href="#mark-low"');
    expect(html).toContain('href="#mark-high"');
    const [low, high] = ["low", "high"].map((band) => new RegExp(`id="mark-${band}" d="([^"]*)"`).exec(html)?.[1]);
    expect(low).not.toBe(high);
  });
});

describe("numbers on the map", () => {
  const frame = { width: 100, height: 100 };

  it("stand beside their marks, on the first side that is free", () => {
    const marks = [
      { x: 20, y: 50, text: "1" },
      { x: 32, y: 50, text: "2" },
    ];
    const [first, second] = placeNumbers(marks, [], frame);
    expect(first && first.x < 20).toBe(true);
    expect(second && second.x > 32).toBe(true);
  });

  it("are left out where there is no room", () => {
    const crowd = Array.from({ length: 9 }, (_, index) => ({
      x: 45 + (index % 3) * 8,
      y: 45 + Math.floor(index / 3) * 8,
    }));
    expect(placeNumbers([{ x: 53, y: 53, text: "7" }], crowd, frame)).toEqual([null]);
  });
});
