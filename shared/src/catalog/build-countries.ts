import type { CountriesConfig } from "../contracts/index.ts";

/** A country as a survey or a matrix wrote it. */
export interface FoundCountry {
  /** ISO 3166-1 alpha-3; `XKX` for Kosovo. */
  readonly code: string;
  /** Whether it was written by a former or unofficial code, or no longer exists. */
  readonly former: boolean;
}

/** What config/countries.json says. */
export interface Countries {
  /** By alpha-3 code, a former one too, in any case. Null: nobody's. */
  byCode(code: string): FoundCountry | null;
  /** By any of its names, in any case and with any blanks. Null: nobody's. */
  byName(name: string): FoundCountry | null;
  nameOf(code: string): string | null;
  /** The World Bank's region; one classification for every year. */
  regionOf(code: string): string | null;
  readonly classification: CountriesConfig["classification"];
}

export function buildCountries(config: CountriesConfig): Countries {
  const dissolved = new Set(config.dissolved);
  const codes = new Map<string, FoundCountry>();
  const names = new Map<string, FoundCountry>();
  for (const [code, spellings] of Object.entries(config.names)) {
    const found = { code, former: dissolved.has(code) };
    codes.set(code, found);
    for (const name of spellings) names.set(plainName(name), found);
  }
  for (const [former, code] of Object.entries(config.formerCodes)) codes.set(former, { code, former: true });
  const regions = new Map(config.regions.flatMap(({ region, countries }) => countries.map((code) => [code, region])));
  return Object.freeze({
    byCode: (code: string) => codes.get(code) ?? codes.get(code.trim().toUpperCase()) ?? null,
    byName: (name: string) => names.get(plainName(name)) ?? null,
    nameOf: (code: string) => config.names[code]?.[0] ?? null,
    regionOf: (code: string) => regions.get(code) ?? null,
    classification: config.classification,
  });
}

function plainName(name: string): string {
  return name.normalize("NFC").trim().replaceAll(/\s+/g, " ").replaceAll("’", "'").toLowerCase();
}
