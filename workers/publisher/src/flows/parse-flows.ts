import type { Countries } from "@openremit/shared/catalog";
import { SourceShapeError } from "@openremit/shared/domain";
import { parse } from "csv-parse/sync";
import { figureOf, textOf } from "../survey/cells.ts";

/** What flows from one country to another in a year. */
export interface BilateralFlow {
  readonly sourceCountry: string;
  readonly destinationCountry: string;
  /** Millions of USD, as published. */
  readonly usdMillions: string;
}

export interface ParsedFlows {
  readonly flows: readonly BilateralFlow[];
  /** Names that are no country's, such as `Channel Islands` and `WORLD`: left out, and said. */
  readonly unknownNames: readonly string[];
}

/** A header names at least so many countries; a note below the matrix names none. */
const leastCountries = 20;

/**
 * Reads a bilateral remittance matrix of the World Bank and KNOMAD: senders down, receivers across, millions of USD. Above
 * the header there may be a title, below the last country a total and notes. A flow of 0 or `N/A` is no flow.
 *
 * @throws SourceShapeError naming the line where this is no such matrix.
 */
export function parseFlows(text: string, countries: Countries): ParsedFlows {
  const rows = readTable(text);
  const codeOf = (name: string) => countries.byName(name)?.code ?? null;
  const isHeader = (row: readonly string[]) => row.filter((name) => codeOf(name) !== null).length >= leastCountries;
  const top = rows.findIndex(isHeader);
  const header = rows[top];
  if (header === undefined) throw new SourceShapeError("no row names the countries of a bilateral remittance matrix");
  const receivers = header.map(codeOf);
  const strangers = header.filter((name, place) => place > 0 && receivers[place] === null && name.trim() !== "");
  const unknown = new Set(strangers.map((name) => name.trim()));
  const flows: BilateralFlow[] = [];
  const senders = new Set<string>();
  for (const [below, row] of rows.slice(top + 1).entries()) {
    const line = top + below + 2;
    const sender = codeOf(row[0] ?? "");
    if (sender === null) {
      if (isFlowRow(row)) unknown.add((row[0] ?? "").trim());
      continue;
    }
    if (senders.has(sender)) throw new SourceShapeError(`line ${line}: ${row[0]} is listed twice`);
    senders.add(sender);
    flows.push(...flowsOf(row, sender, receivers, line));
  }
  if (senders.size < leastCountries) throw new SourceShapeError("a header of countries, and no rows of them");
  return { flows, unknownNames: [...unknown].sort() };
}

function flowsOf(
  row: readonly string[],
  sourceCountry: string,
  receivers: readonly (string | null)[],
  line: number,
): BilateralFlow[] {
  return receivers.flatMap((destinationCountry, place) => {
    const cell = row[place] ?? "";
    if (place === 0 || destinationCountry === null) return [];
    const usdMillions = figureOf(cell, `line ${line}, ${destinationCountry}`);
    if (usdMillions === null || !/[1-9]/.test(usdMillions)) return [];
    if (usdMillions.startsWith("-")) throw new SourceShapeError(`line ${line}, ${destinationCountry}: below zero`);
    return [{ sourceCountry, destinationCountry, usdMillions }];
  });
}

/** A row with figures in it, unlike a note. */
function isFlowRow(row: readonly string[]): boolean {
  return (row[0] ?? "").trim() !== "" && row.slice(1).filter((cell) => textOf(cell) !== null).length >= leastCountries;
}

function readTable(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true });
  } catch (cause) {
    throw new SourceShapeError(`not a CSV file: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
