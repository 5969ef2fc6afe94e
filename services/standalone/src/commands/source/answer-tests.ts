import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { z } from "zod";
import { type Finding, open, right, wrong } from "./finding.ts";

const jest = "node_modules/jest/bin/jest.js";
/** Tests that every adapter has to pass; they name the source in their title. */
const forAll = ["adapters", "alien-answers", "margins"].map((name) => `test/contract/${name}.test.ts`);

const report = z.object({
  numPassedTests: z.number().int(),
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/**
 * Runs the tests that read a source's fixtures: its usual answer, its word for no price, a promotion, alien answers. The
 * tests are the one place that says which fixture shows what.
 */
export async function findInAnswerTests(key: string): Promise<readonly Finding[]> {
  if (!existsSync(jest)) return [open("its fixtures: the tests that read them are not installed here (npm ci)")];
  const own = `test/adapters/${key}.test.ts`;
  if (!existsSync(own)) return [wrong(`no ${own}: write what is special about its answers`)];
  const ownRun = await runTests([own]);
  const commonRun = await runTests([...forAll, "-t", `\\b(of|for) ${key}(,| |$)`]);
  return [describeRun(own, ownRun), describeRun("the tests every adapter must pass", commonRun)];
}

interface TestRun {
  readonly passed: number;
  readonly failed: readonly string[];
}

function describeRun(what: string, { passed, failed }: TestRun): Finding {
  if (failed.length > 0) return wrong(`${what}: ${failed.join("; ")}`);
  return passed === 0 ? wrong(`${what}: none is about this source`) : right(`${what}: ${passed} pass`);
}

function runTests(words: readonly string[]): Promise<TestRun> {
  const node = ["--conditions=source", "--experimental-vm-modules", "--no-warnings"];
  const args = [...node, jest, "--selectProjects=pure", "--json", "--silent", ...words];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (error, output) => {
      const start = output.indexOf("{");
      if (start < 0) return reject(error ?? new Error("jest reported nothing"));
      const { numPassedTests, testResults } = report.parse(JSON.parse(output.slice(start)));
      resolve({ passed: numPassedTests, failed: testResults.flatMap(failuresOf) });
    });
  });
}

/** A file that cannot be loaded has no tests, only a message. */
function failuresOf({ message, assertionResults }: z.infer<typeof report>["testResults"][number]): readonly string[] {
  const failed = assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
  return assertionResults.length === 0 && message !== "" ? [message.split("\n")[0] ?? message] : failed;
}
