import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Countries } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import type { Clock } from "@openremit/shared/runtime";
import { type Database, recordSurveyFlows } from "@openremit/shared/storage";
import { type ParsedFlows, parseFlows } from "./parse-flows.ts";

export interface FlowsImportContext {
  readonly database: Database;
  readonly countries: Countries;
  readonly clock: Clock;
}

export interface ImportedFlows extends ParsedFlows {
  readonly name: string;
  readonly year: string;
  /** False where the very same file had been imported before. */
  readonly isNew: boolean;
}

/**
 * Imports a bilateral remittance matrix as weights of corridors, wholly or not at all; the same file again changes
 * nothing. Its year is the first one in its title, else in its name.
 *
 * @throws SourceShapeError where it is no such matrix, ConfigError where it cannot be read or bears no year.
 */
export async function importFlows(
  path: string,
  { database, countries, clock }: FlowsImportContext,
): Promise<ImportedFlows> {
  const body = await readFile(path).catch((cause: unknown) => {
    throw new ConfigError(`${path} cannot be read: name a CSV file`, { cause });
  });
  const text = body.toString("utf8");
  const parsed = parseFlows(text, countries);
  const name = basename(path);
  const year = yearIn(text.split(/[\r\n]/)[0] ?? "") ?? yearIn(name);
  if (year === null) throw new ConfigError(`${name} does not say of which year it is: put the year into its name`);
  const sha256 = createHash("sha256").update(body).digest("hex");
  const file = { sha256, name, year, importedAt: clock.now().toISOString() };
  return { ...parsed, name, year, isNew: await recordSurveyFlows(database, file, parsed.flows) };
}

function yearIn(text: string): string | null {
  return /(?:19|20)\d\d/.exec(text)?.[0] ?? null;
}
