import type { Countries, FoundCountry } from "@openremit/shared/catalog";
import { SourceShapeError } from "@openremit/shared/domain";
import type { RowCells } from "./row-cells.ts";

export interface RowCountries {
  readonly source: FoundCountry;
  readonly destination: FoundCountry;
  /** Whether the corridor column names two other countries. */
  readonly differs: boolean;
}

/**
 * Both countries of a row by their codes; by their names, old ones too, where a code is missing.
 *
 * @throws SourceShapeError for a country nobody knows: it belongs into config/countries.json.
 */
export function rowCountries(row: RowCells, countries: Countries): RowCountries {
  const source = countryOf(row, countries, "source");
  const destination = countryOf(row, countries, "destination");
  const written = row.text("corridor");
  const differs = written !== null && written !== `${source.code}${destination.code}` && !isSame(written);
  return { source, destination, differs };

  function isSame(corridor: string): boolean {
    const pair = corridor.replaceAll(/[^A-Za-z]/g, "");
    return (
      countries.byCode(pair.slice(0, 3))?.code === source.code &&
      countries.byCode(pair.slice(3))?.code === destination.code
    );
  }
}

function countryOf(row: RowCells, countries: Countries, side: "source" | "destination"): FoundCountry {
  const code = row.text(`${side}Code`);
  const name = row.text(`${side}Name`);
  const byCode = code === null ? null : countries.byCode(code);
  const found = byCode ?? (name === null ? null : named(countries.byName(name)));
  if (found === null) {
    throw new SourceShapeError(`${side}: "${code ?? name ?? ""}" is no known country: see config/countries.json`);
  }
  return found;
}

function named(found: FoundCountry | null): FoundCountry | null {
  return found === null ? null : { ...found, former: true };
}
