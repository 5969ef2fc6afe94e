import { exec as fuzz } from "./fuzz/exec-fuzz.ts";
import { exec as hostile } from "./hostile/exec-hostile.ts";
import { exec as kills } from "./kills/exec-kills.ts";
import { exec as rolling } from "./rolling/exec-rolling.ts";

/** Something that can go wrong, made to go wrong: prints its table, and returns whether everything held. */
export type Trial = () => Promise<boolean>;

const trials = new Map<string, Trial>([
  ["fuzz", fuzz],
  ["kills", kills],
  ["hostile", hostile],
  ["rolling", rolling],
]);

/** `npm run faults` puts the service through every trial, `npm run faults -- fuzz` through those named. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !trials.has(name));
if (unknown.length > 0) {
  process.stdout.write(`no trial ${unknown.join(", ")}; there are ${[...trials.keys()].join(", ")}\n`);
  process.exitCode = 1;
} else {
  for (const [name, trial] of trials) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stdout.write(`\n${name}\n`);
    if (!(await trial())) process.exitCode = 1;
  }
}
