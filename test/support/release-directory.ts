import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Cell,
  columnsOf,
  datasetContracts,
  type ReleaseFile,
  type ReleaseManifest,
  releaseManifest,
} from "@openremit/shared/contracts";
import { fileOf, tableOf } from "./export-table.ts";

const hashOf = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");

/** Rows of invented prices: enough that a part of the file is worth asking for. */
export const releasedQuotes = `quote_id,fee\r\n${Array.from({ length: 2_000 }, (_, index) => `q${index},1.99\r\n`).join("")}`;

interface ReleasedFile extends Pick<ReleaseFile, "name" | "dataset" | "mediaType" | "rows" | "what"> {
  readonly content: string | Buffer;
}

const usualFiles: readonly ReleasedFile[] = [
  {
    name: "README.md",
    dataset: null,
    mediaType: "text/markdown; charset=utf-8",
    rows: null,
    what: "Read <first> & last",
    content: "# What this is\n",
  },
  {
    name: "quotes.csv",
    dataset: "quotes",
    mediaType: "text/csv; charset=utf-8",
    rows: 2_000,
    what: "Prices",
    content: releasedQuotes,
  },
];

const days: readonly Readonly<Record<string, string>>[] = [
  { corridor: "be-ma", day: "2026-11-20", amount: "200", median_cost_pct: "4.1" },
  { corridor: "be-ma", day: "2026-11-21", amount: "200", median_cost_pct: "4.5" },
  { corridor: "be-ma", day: "2026-11-21", amount: "50", median_cost_pct: "12.5" },
  { corridor: "be-cd", receive_currency: "USD", day: "2026-11-20", amount: "200", median_cost_pct: "1.9" },
  { corridor: "be-cd", receive_currency: "CDF", day: "2026-11-20", amount: "200", median_cost_pct: "7" },
];

/** What corridors cost on some days, as both files of a release. */
export async function corridorDays(): Promise<readonly ReleasedFile[]> {
  const columns = columnsOf(datasetContracts["corridor-days"].row);
  const rows = days.map((day) =>
    columns.map(({ name, kind, isNullable }): Cell => day[name] ?? (isNullable ? null : usualCell(kind))),
  );
  const file = async (format: "csv" | "parquet", mediaType: string): Promise<ReleasedFile> => ({
    name: `corridor-days.${format}`,
    dataset: "corridor-days",
    mediaType,
    rows: days.length,
    what: "Corridor days",
    content: await fileOf(format, tableOf(columns, rows)),
  });
  return [await file("csv", "text/csv"), await file("parquet", "application/vnd.apache.parquet")];
}

function usualCell(kind: string): string {
  if (kind === "boolean") return "true";
  return kind === "text" ? "EUR" : "1";
}

/** A release as it stands in a folder, with two files of a few lines, and more. */
export function writeRelease(
  directory: string,
  fields: Partial<ReleaseManifest> & { id: string },
  more: readonly ReleasedFile[] = [],
): ReleaseManifest {
  const { id } = fields;
  const day = /\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? "";
  const released = [...usualFiles, ...more];
  const manifest = releaseManifest.parse({
    schemaVersion: 1,
    title: `OpenRemit ${id}`,
    description: "Prices of sending money, invented for a test.",
    asOf: day,
    dataVersion: hashOf(id),
    previous: null,
    simulated: id.startsWith("simulated-"),
    createdFrom: { program: "0.1.0", configSha256: hashOf("config"), previousSha256: null, surveyFiles: [] },
    licence: {
      spdx: "CC-BY-4.0",
      title: "Creative Commons Attribution 4.0 International",
      url: "https://creativecommons.org/licenses/by/4.0/",
      note: "What sources publish keeps its own terms: see RIGHTS.md.",
    },
    citation: {
      authors: ["OpenRemit contributors"],
      publisher: "OpenRemit",
      year: day.slice(0, 4),
      title: "OpenRemit: what it costs to send money home",
      version: id,
    },
    changes: [{ dataset: "quotes", rows: 2_000, added: 2_000, revised: 0, withdrawn: 0 }],
    files: released.map(({ content, ...file }) => ({
      ...file,
      bytes: Buffer.byteLength(content),
      sha256: hashOf(content),
    })),
    ...fields,
  });
  const folder = join(directory, id);
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of released) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, "release.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const sums = manifest.files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
  writeFileSync(join(folder, "SHA256SUMS"), sums);
  return manifest;
}
