import { readFileSync } from "node:fs";
import { z } from "zod";

const packageFile = z.object({ scripts: z.record(z.string(), z.string()) });

/** What `npm run start:<name>` tells Node, so that what is measured is what is shipped. */
export function startFlags(name: "api" | "web"): string[] {
  const { scripts } = packageFile.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const script = scripts[`start:${name}`];
  if (script === undefined) throw new Error(`there is no script start:${name}`);
  return script.split(" ").filter((word) => word.startsWith("--"));
}
