import { type CatalogCheck, problemIn } from "./check.ts";
import { repeatedPositions } from "./repeated-positions.ts";

/** Countries: one region each, a name each, no name of two countries, and no former code that is in use. */
export const checkCountries: CatalogCheck = ({ countries: file }) => {
  if (file === null) return [];
  const { regions, names, formerCodes, dissolved } = file.value;
  const placed = regions.flatMap(({ countries }, region) =>
    countries.map((code, place) => ({ code, path: `$.regions[${region}].countries[${place}]` })),
  );
  const spellings = Object.entries(names).flatMap(([code, all]) => all.map((name) => ({ code, name })));
  const twice = repeatedPositions(spellings.map(({ name }) => name.toLowerCase()));
  return [
    ...repeatedPositions(placed.map(({ code }) => code)).map((position) =>
      problemIn(file, placed[position]?.path ?? "$.regions", "stands in two regions", "keep it once"),
    ),
    ...placed
      .filter(({ code }) => names[code] === undefined)
      .map(({ code, path }) => problemIn(file, path, `${code} has no name`, "add it to names")),
    ...Object.keys(names)
      .filter((code) => !placed.some((one) => one.code === code))
      .map((code) => problemIn(file, `$.names.${code}`, "stands in no region", "add it to regions")),
    ...twice.map((position) =>
      problemIn(file, `$.names.${spellings[position]?.code}`, "a name of two countries", "keep it at one of them"),
    ),
    ...Object.entries(formerCodes)
      .filter(([former, code]) => names[former] !== undefined || names[code] === undefined)
      .map(([former]) =>
        problemIn(file, `$.formerCodes.${former}`, "in use, or stands for nothing named", "name a current country"),
      ),
    ...dissolved
      .filter((code) => names[code] === undefined)
      .map((code) => problemIn(file, "$.dissolved", `${code} has no name`, "add it to names")),
  ];
};
