import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ReleaseManifest, releaseManifest } from "@openremit/shared/contracts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Rows of invented prices: enough that a part of the file is worth asking for. */
export const releasedQuotes = `quote_id,fee\r\n${Array.from({ length: 2_000 }, (_, index) => `q${index},1.99\r\n`).join("")}`;

const texts = {
  "README.md": "# What this is\n",
  "quotes.csv": releasedQuotes,
} as const;

/** A release as it stands in a folder, with two files of a few lines. */
export function writeRelease(directory: string, fields: Partial<ReleaseManifest> & { id: string }): ReleaseManifest {
  const { id } = fields;
  const day = /\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? "";
  const file = (name: keyof typeof texts) => ({
    name,
    bytes: Buffer.byteLength(texts[name]),
    sha256: hashOf(texts[name]),
  });
  const manifest = releaseManifest.parse({
    schemaVersion: 1,
    id,
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
    files: [
      {
        ...file("README.md"),
        dataset: null,
        mediaType: "text/markdown; charset=utf-8",
        rows: null,
        what: "Read first",
      },
      { ...file("quotes.csv"), dataset: "quotes", mediaType: "text/csv; charset=utf-8", rows: 2_000, what: "Prices" },
    ],
    ...fields,
  });
  const folder = join(directory, id);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "release.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const sums = manifest.files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
  writeFileSync(join(folder, "SHA256SUMS"), sums);
  return manifest;
}
