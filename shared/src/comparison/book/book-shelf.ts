import { createHash } from "node:crypto";
import type { Catalog } from "../../catalog/index.ts";
import type { LatestEntry, RateObservation } from "../../contracts/index.ts";
import type { Corridor } from "../../domain/index.ts";
import { createReferences, type References } from "../references.ts";
import { buildCorridorBook, versionOf } from "./build-corridor-book.ts";
import type { CorridorBook } from "./corridor-book.ts";

/** Every corridor book and the reference rates, in memory. Reading never waits. */
export interface BookShelf {
  book(corridorKey: string): CorridorBook;
  references(): References;
  /** True where the knowledge is new. */
  putCorridor(corridorKey: string, entries: readonly LatestEntry[]): boolean;
  putRates(rows: readonly RateObservation[]): boolean;
  /** Changes with every book and with the rates; equal for equal knowledge, in every process. */
  version(): string;
}

export function createBookShelf(catalog: Catalog): BookShelf {
  const books = new Map<string, CorridorBook>();
  for (const [key, corridor] of catalog.corridors) books.set(key, buildCorridorBook(corridor, []));
  let references = createReferences(catalog, []);
  let version: string | null = null;

  return {
    book: (key) => books.get(key) ?? buildCorridorBook(corridorOf(catalog, key), []),
    references: () => references,
    putCorridor(key, entries) {
      const corridor = catalog.corridors.get(key);
      const held = books.get(key);
      if (corridor === undefined || held?.version === versionOf(entries)) return false;
      // A store that came back empty has lost its memory; what is held here is still what was observed.
      if (entries.length === 0 && held !== undefined && held.visits.length > 0) return false;
      books.set(key, buildCorridorBook(corridor, entries));
      version = null;
      return true;
    },
    putRates(rows) {
      if (rows.length === 0 && references.knowledge.rows.length > 0) return false;
      const next = createReferences(catalog, rows);
      if (next.version === references.version) return false;
      references = next;
      version = null;
      return true;
    },
    version() {
      version ??= hashOf([references.version, ...[...books].map(([key, book]) => `${key} ${book.version}`).sort()]);
      return version;
    },
  };
}

function hashOf(lines: readonly string[]): string {
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}

function corridorOf(catalog: Catalog, key: string): Corridor {
  const corridor = catalog.corridors.get(key);
  if (corridor === undefined) throw new RangeError(`no corridor ${key}`);
  return corridor;
}
