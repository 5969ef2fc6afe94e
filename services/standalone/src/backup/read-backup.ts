import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { errorCodeOf } from "@openremit/shared/runtime";
import { hashFile, listFiles } from "./kept-files.ts";
import { type Manifest, manifest, manifestName, sumsName } from "./manifest.ts";

/**
 * Reads a backup's manifest and holds every file against its hash.
 *
 * @throws ConfigError naming what is missing, changed or too much: such a backup is not restored.
 */
export async function readBackup(folder: string, onFile: (path: string) => void): Promise<Manifest> {
  const text = await readManifest(folder);
  const kept = parseManifest(folder, text);
  const problems: string[] = [];
  for (const { path, bytes, sha256 } of kept.files) {
    const found = await hashFile(join(folder, path)).catch(() => null);
    if (found === null) problems.push(`${path} is missing`);
    else if (found.sha256 !== sha256 || found.bytes !== bytes) problems.push(`${path} was changed`);
    onFile(path);
  }
  const known = new Set([manifestName, sumsName, ...kept.files.map(({ path }) => path)]);
  for (const path of await listFiles(folder)) if (!known.has(path)) problems.push(`${path} does not belong to it`);
  const listed = new Set(kept.files.map(({ path }) => path));
  for (const { name, file } of kept.tables) if (!listed.has(file)) problems.push(`the table ${name} has no file`);
  if (problems.length === 0) return kept;
  throw new ConfigError(`${folder} is not the backup it was, and is not restored:\n  ${problems.join("\n  ")}`);
}

async function readManifest(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, manifestName), "utf8");
  } catch (cause) {
    if (errorCodeOf(cause) !== "ENOENT" && errorCodeOf(cause) !== "ENOTDIR") throw cause;
    throw new ConfigError(`${folder} is no backup: it has no ${manifestName}.`, { cause });
  }
}

function parseManifest(folder: string, text: string): Manifest {
  try {
    return manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new ConfigError(`${join(folder, manifestName)} is not a manifest that this version reads.`, { cause });
  }
}
