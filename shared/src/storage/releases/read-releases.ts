import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ReleaseManifest, releaseId, releaseManifest, releaseManifestName } from "../../contracts/index.ts";
import { DomainError } from "../../domain/index.ts";
import { errorCodeOf } from "../../runtime/index.ts";

/** Every release in a folder, by its day and, of one day, in the order in which they were made. No folder: none. */
export async function readReleases(directory: string): Promise<readonly ReleaseManifest[]> {
  const names = await readdir(directory).catch(noneWhereAbsent);
  const ids = names.filter((name) => releaseId.safeParse(name).success);
  const read = await Promise.all(ids.map((id) => readRelease(directory, id)));
  return read.flatMap((release) => release ?? []).sort(compareReleases);
}

/**
 * The manifest of one release; null where there is none of that id.
 *
 * @throws DomainError where the folder is there and its manifest is not one.
 */
export async function readRelease(directory: string, id: string): Promise<ReleaseManifest | null> {
  if (!releaseId.safeParse(id).success) return null;
  const text = await readFile(join(directory, id, releaseManifestName), "utf8").catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return releaseManifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new DomainError(`the release ${id} has a manifest that is none`, { cause });
  }
}

/** By day; then `2026-11-23` before `2026-11-23-2`, and `-9` before `-10`. */
export function compareReleases(one: ReleaseManifest, other: ReleaseManifest): number {
  if (one.asOf !== other.asOf) return one.asOf < other.asOf ? -1 : 1;
  return one.id.length - other.id.length || (one.id < other.id ? -1 : 1);
}

function noneWhereAbsent(error: unknown): string[] {
  if (isAbsent(error)) return [];
  throw error;
}

function isAbsent(error: unknown): boolean {
  return errorCodeOf(error) === "ENOENT";
}
