import { loadSourceFiles, projectRoot, type SourceFile } from "./source-file.ts";

/**
 * Runs one gate over the project, or over the root named on the command line: one line per problem and exit code 1, or
 * one line that says what was looked at.
 */
export function runGate(name: string, findProblems: (files: readonly SourceFile[]) => readonly string[]): void {
  const [root = projectRoot] = process.argv.slice(2);
  const files = loadSourceFiles(root);
  const problems = files.length > 0 ? findProblems(files) : [`no TypeScript file below ${root}`];
  if (problems.length > 0) {
    process.stderr.write(`${problems.join("\n")}\n${name}: ${problems.length} problems in ${files.length} files\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`${name}: ${files.length} files, no problem\n`);
  }
}
