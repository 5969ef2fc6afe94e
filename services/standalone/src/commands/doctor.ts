import { runProcess, systemClock } from "@openremit/shared/runtime";
import { examine } from "../doctor/examine.ts";
import { parseCommandLine } from "../environment.ts";
import { textTable } from "./source/text-table.ts";

const marks = { good: "✓", doubtful: "!", wrong: "✗" } as const;
const widths = [null, null, 58, 58];

/** `npm run doctor [-- --real]`: what is wrong with this copy, and how to mend it. Exit code 1 where something is wrong. */
await runProcess(async () => {
  const { real } = parseCommandLine(process.argv.slice(2), "npm run doctor [-- --real]", 0);
  const now = () => systemClock.now();
  const findings = await examine({ names: process.env, real, nodeVersion: process.version, now });
  const rows = findings.map(({ state, what, found, fix }) => [marks[state], what, found, fix ?? ""]);
  const count = (state: keyof typeof marks) => findings.filter((finding) => finding.state === state).length;
  process.stdout.write(`${textTable(["", "what", "found", "what to do"], rows, widths)}\n`);
  process.stdout.write(`${count("good")} good, ${count("doubtful")} to know, ${count("wrong")} wrong\n`);
  if (count("wrong") > 0) process.exitCode = 1;
});
