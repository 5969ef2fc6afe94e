import { createHash } from "node:crypto";
import {
  type ReleaseFile,
  type ReleaseManifest,
  releaseManifest,
  releaseManifestName,
  releaseSumsName,
} from "@openremit/shared/contracts";
import { citationOf, descriptionOf, licence, type ReleaseFacts, titleOf } from "./about-release.ts";
import { releaseDocuments } from "./documents/index.ts";
import { writeFileWhole } from "./write-file.ts";

/** Writes everything about a release beside its data, the manifest and the hashes last. */
export async function writeDocuments(directory: string, facts: ReleaseFacts): Promise<WrittenRelease> {
  const files: ReleaseFile[] = [...facts.files];
  for (const { name, mediaType, what, write } of releaseDocuments) {
    const written = await writeFileWhole(directory, name, [write(facts)]);
    files.push({ name, dataset: null, mediaType, ...written, rows: null, what });
  }
  files.sort((one, other) => (one.name < other.name ? -1 : 1));
  const manifest = manifestOf(facts, files);
  const written = await writeFileWhole(directory, releaseManifestName, [`${JSON.stringify(manifest, null, 2)}\n`]);
  const sums = [...files, { name: releaseManifestName, sha256: written.sha256 }]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join("");
  await writeFileWhole(directory, releaseSumsName, [sums]);
  return { manifest, sums };
}

export interface WrittenRelease {
  readonly manifest: ReleaseManifest;
  readonly sums: string;
}

function manifestOf(facts: ReleaseFacts, files: readonly ReleaseFile[]): ReleaseManifest {
  return releaseManifest.parse({
    schemaVersion: 1,
    id: facts.id,
    title: titleOf(facts),
    description: descriptionOf(facts),
    asOf: facts.asOf,
    dataVersion: facts.dataVersion,
    previous: facts.previous,
    simulated: facts.simulated,
    createdFrom: facts.createdFrom,
    licence,
    citation: citationOf(facts),
    changes: facts.changes.map(({ dataset, rows, added, revised, withdrawn }) => ({
      dataset,
      rows,
      added,
      revised,
      withdrawn,
    })),
    files,
  });
}

/** Hash over the files of data, whatever the rest says of them. */
export function dataVersionOf(files: readonly ReleaseFile[]): string {
  const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}
