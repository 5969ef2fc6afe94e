import { join } from "node:path";
import { hashFile, listFiles } from "./kept-files.ts";

/** Files that are in one of the two folders alone, or not the same in both. */
export async function findDifferentFiles(one: string, other: string): Promise<string[]> {
  const paths = new Set([...(await listFiles(one)), ...(await listFiles(other))]);
  const different: string[] = [];
  for (const path of [...paths].sort()) {
    const hashes = await Promise.all([one, other].map((folder) => hashOf(join(folder, path))));
    if (hashes[0] !== hashes[1]) different.push(path);
  }
  return different;
}

async function hashOf(path: string): Promise<string | null> {
  return hashFile(path).then(
    ({ sha256 }) => sha256,
    () => null,
  );
}
