import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type ReleaseManifest, releaseManifestName, releaseSumsName } from "../../contracts/index.ts";
import { DomainError } from "../../domain/index.ts";

/** A file as it stands on the disk. It never changes. */
export interface StandingFile {
  readonly name: string;
  /** The folder it is in. */
  readonly directory: string;
  readonly mediaType: string;
  readonly sha256: string;
  /** Whether it holds rows, and is to be kept rather than looked at. */
  readonly isData: boolean;
}

/** The two that the manifest cannot list: itself, and the hashes of all others. */
const unlisted: Readonly<Record<string, string>> = {
  [releaseManifestName]: "application/json",
  [releaseSumsName]: "text/plain; charset=utf-8",
};

/**
 * A file of a release by its name; null where the release has no such file.
 *
 * @throws DomainError where the file is gone, or has another length than its manifest says.
 */
export async function standFile(
  releases: string,
  { id, files }: ReleaseManifest,
  name: string,
): Promise<StandingFile | null> {
  const directory = join(releases, id);
  const ofNone = Object.hasOwn(unlisted, name) ? unlisted[name] : undefined;
  if (ofNone !== undefined) {
    const bytes = await readFile(join(directory, name));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { name, directory, mediaType: ofNone, sha256, isData: false };
  }
  const file = files.find((one) => one.name === name);
  if (file === undefined) return null;
  const { size } = await stat(join(directory, name)).catch((cause: unknown) => {
    throw new DomainError(`${name} of release ${id} is gone`, { cause });
  });
  if (size !== file.bytes) throw new DomainError(`${name} of release ${id} has ${size} bytes, not ${file.bytes}`);
  return { name, directory, mediaType: file.mediaType, sha256: file.sha256, isData: file.dataset !== null };
}
