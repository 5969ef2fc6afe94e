import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { ConfigProblem } from "../config-problem.ts";
import { configKinds, schemaFolder } from "./config-kinds.ts";

const places: readonly string[] = Object.values(configKinds).map((kind) => kind.place);

/** Files that nothing reads: usually a misspelt folder or a forgotten extension, so its content would be lost silently. */
export function findStrayFiles(configDirectory: string): ConfigProblem[] {
  if (!existsSync(configDirectory)) return [];
  return readdirSync(configDirectory, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(configDirectory, path), { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !isHidden(path) && !path.startsWith(`${schemaFolder}/`) && !isRead(path))
    .sort()
    .map((path) => ({
      file: join(configDirectory, path),
      path: "$",
      wrong: "nothing reads this file",
      fix: `move it to one of ${places.join(", ")}, or remove it`,
    }));
}

function isRead(path: string): boolean {
  if (places.includes(path)) return true;
  const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  return extname(path) === ".json" && places.includes(folder);
}

/** What editors and file managers leave behind. */
function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith("."));
}
