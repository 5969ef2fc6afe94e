import type { ReleaseFacts } from "../../workers/publisher/src/release/about-release.ts";
import { fileNameOf, mediaTypes, releaseTables } from "../../workers/publisher/src/release/release-tables.ts";
import { sceneCatalog } from "./comparison-scene.ts";

/** What the documents of a release with these files speak of: ten rows in each table. */
export function releaseFacts(fields: Partial<ReleaseFacts> = {}): ReleaseFacts {
  const files = releaseTables.flatMap((table) =>
    table.formats.map((format) => ({
      name: fileNameOf(table, format),
      dataset: table.dataset,
      mediaType: mediaTypes[format],
      bytes: 1_000,
      sha256: "ab".repeat(32),
      rows: 10,
      what: table.title,
    })),
  );
  return {
    id: "simulated-2026-11-19",
    asOf: "2026-11-19",
    dataVersion: "cd".repeat(32),
    previous: null,
    simulated: true,
    createdFrom: { program: "0.1.0", configSha256: "0".repeat(64), previousSha256: null, surveyFiles: [] },
    files,
    changes: [],
    rowsBySource: new Map([
      ["wise", 7],
      ["ecb", 3],
      ["bnr-rwanda", 2],
      ["long-gone", 1],
    ]),
    catalog: sceneCatalog,
    ...fields,
  };
}
