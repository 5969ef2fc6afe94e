import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findReleaseProblems } from "../../services/web/src/widget/find-release-problems.ts";
import { integrityOf, readReleases, widgetBundle } from "../../services/web/src/widget/index.ts";
import { projectRoot } from "./source-file.ts";

/** `npm run check:widget`: what is built is what was released under its version. */
const list = join(projectRoot, "services/web/widget/releases/integrity.json");
const integrities = JSON.parse(readFileSync(list, "utf8")) as Record<string, string>;
const bundle = widgetBundle();
const problems = findReleaseProblems(bundle, readReleases(), integrities, integrityOf);
if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`widget: ${bundle.version} is what was released\n`);
}
