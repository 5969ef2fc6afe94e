import { problemLine } from "../config-problem.ts";
import { findSchemaProblems } from "../config-schemas.ts";
import { findConfigProblems } from "../load-catalog.ts";

/** `npm run config:check [directory]`: one line per problem and exit code 1, or one line that says what is there. */
const [configDirectory = "config"] = process.argv.slice(2);
const { files, problems: configProblems } = findConfigProblems(configDirectory);
const problems = [...findSchemaProblems(configDirectory), ...configProblems];

if (problems.length > 0) {
  process.stderr.write(`${problems.map(problemLine).join("\n")}\n`);
  process.exitCode = 1;
} else {
  const counts = [
    `${files.corridors.files.length} corridors`,
    `${files.providers.files.length} providers`,
    `${files.quoteSources.files.length} sources of quotes`,
    `${files.rateSources.files.length} of rates`,
    `the receiver's side of ${files.receivers.files.length} countries`,
    `${files.tariffs.files.length} tariffs`,
    `${files.pegs?.value.pegs.length ?? 0} pegs`,
  ];
  process.stdout.write(`config: ${counts.join(", ")}; no problem\n`);
}
