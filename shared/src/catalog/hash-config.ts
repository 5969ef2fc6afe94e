import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** Generated for editors; says nothing that is config's own. */
const schemas = "schema";

/** Hash over the files of a config directory, their names included: another one wherever anything in them differs. */
export function hashConfig(configDirectory: string): string {
  const hash = createHash("sha256");
  const names = readdirSync(configDirectory, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".json") && !name.startsWith(`${schemas}/`))
    .sort();
  for (const name of names) {
    const content = createHash("sha256")
      .update(readFileSync(join(configDirectory, name)))
      .digest("hex");
    hash.update(`${content}  ${name}\n`);
  }
  return hash.digest("hex");
}
