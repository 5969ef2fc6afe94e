import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export const projectRoot = resolve(import.meta.dirname, "../..");

const roots = ["shared", "workers", "services", "test"];
const skipped = new Set(["node_modules", "dist", "fixtures"]);

/** Every TypeScript file people wrote. */
export function loadSourceFiles(root: string): SourceFile[] {
  return roots
    .flatMap((folder) => sourcePaths(root, folder))
    .map((path) => ({
      path,
      text: readFileSync(join(root, path), "utf8"),
    }));
}

function sourcePaths(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcePaths(root, path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
