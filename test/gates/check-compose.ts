import { loadCompose } from "./compose-file.ts";
import { findComposeProblems } from "./find-compose-problems.ts";
import { projectRoot } from "./source-file.ts";

/** `npm run check:compose`: the compose file as Docker Compose reads it, with the variables that have no usual value. */
const read = loadCompose(projectRoot, { POSTGRES_PASSWORD: "of-no-importance", OPENREMIT_FORM_SECRET: "x".repeat(64) });
const problems = findComposeProblems(read, projectRoot);
if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`compose: ${Object.keys(read.file.services).length} services, no problem\n`);
}
